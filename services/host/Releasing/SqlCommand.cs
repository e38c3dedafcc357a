using System.CommandLine;
using System.Text;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Host.Storing;
using Pipeline.Releases.Publishing;
using Pipeline.Releases.Questions;

namespace Pipeline.Host.Releasing;

/// <summary><c>pipeline sql</c>: a question over a release or over the live database; without one, a shell.</summary>
internal static class SqlCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var query = new Argument<string?>("QUERY") { Description = "One query in SQL (DuckDB). Without it they are read from standard input, each up to a semicolon.", Arity = ArgumentArity.ZeroOrOne };
        var release = new Option<string?>("--release") { Description = "Folder of a release (default: the live database).", HelpName = "DIR" };
        var format = CheckedOption.Choice<AnswerFormat>("--format");
        format.Description = "table is for people (default), csv for spreadsheets, json for programs, parquet for data frames.";
        var output = new Option<string?>("--output") { Description = "File to write (default: standard output).", HelpName = "FILE" };
        var timeout = CheckedOption.Number("--timeout", 1, 86_400);
        timeout.Description = $"Seconds until a query is stopped (default: {QuestionBounds.Standard.Time.TotalSeconds:0}).";
        timeout.HelpName = "SECONDS";
        var memory = CheckedOption.Number("--memory", 64, 1_000_000);
        memory.Description = $"Memory that a query may take, in megabytes (default: {QuestionBounds.Standard.MemoryMegabytes}).";
        memory.HelpName = "MB";
        var command = common.AddTo(new Command(
            "sql", "Answers questions in SQL over the tables of a release (records, cells, bodies, findings, codebook, coverage, documents) and the views panel, totals, rates and year_on_year; docs/data.md describes them.")
        {
            query, release, format, output, timeout, memory,
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(format) == AnswerFormat.Parquet && (result.GetValue(output) is null || result.GetValue(query) is null))
                result.AddError("--format parquet needs a QUERY and --output FILE.");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var bounds = new QuestionBounds(parsed.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : QuestionBounds.Standard.Time, parsed.GetValue(memory) ?? QuestionBounds.Standard.MemoryMegabytes);
            return Run(common.Settings(parsed), new Question(parsed.GetValue(query), parsed.GetValue(release), parsed.GetValue(format) ?? AnswerFormat.Table, parsed.GetValue(output), bounds), terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> Run(PipelineSettings settings, Question question, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var folder = question.Release ?? await Live(settings, question.Sql, cancellation);
            using var session = QuestionSession.Open(folder, question.Bounds, question.Format == AnswerFormat.Parquet ? question.Output : null);
            if (question.Sql is { } sql)
            {
                await Answer(session, sql, question, terminal, cancellation);
                return ExitCode.Done;
            }

            return await Shell(session, question, terminal, cancellation);
        }
        catch (QuestionException error)
        {
            throw new CommandFailedException(error.Message);
        }
    }

    private static async Task<string> Live(PipelineSettings settings, string? sql, CancellationToken cancellation)
    {
        await using var store = await StoreSession.Open(settings, cancellation);
        // Cells take most of the time: they are made for those who ask for them.
        var cells = sql is null || sql.Contains("cells", StringComparison.OrdinalIgnoreCase);
        return await store.Get<LiveTables>().Make(DataFolder.Create(settings.Data).Questions, cells, cancellation);
    }

    /// <summary>Queries from standard input, each up to a semicolon; a person is asked for them.</summary>
    private static async Task<int> Shell(QuestionSession session, Question question, Terminal terminal, CancellationToken cancellation)
    {
        if (terminal.HasTypist)
            terminal.Say("Queries end with a semicolon; SHOW TABLES; lists what can be asked, Ctrl-D ends.");
        var (query, failed) = (new StringBuilder(), false);
        while (true)
        {
            if (terminal.HasTypist)
                await terminal.Error.WriteAsync(query.Length == 0 ? "sql> " : "  -> ");
            var line = await terminal.In.ReadLineAsync(cancellation);
            if (line is not null)
                query.Append(line).Append('\n');
            if (line is not null && !line.TrimEnd().EndsWith(';'))
                continue;
            var sql = query.ToString();
            query.Clear();
            if (sql.Trim().Length > 0)
                failed |= !await Tried(session, sql, question, terminal, cancellation);
            if (line is null)
                return failed ? ExitCode.Failed : ExitCode.Done;
        }
    }

    private static async Task<bool> Tried(QuestionSession session, string sql, Question question, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            await Answer(session, sql, question, terminal, cancellation);
            return true;
        }
        catch (QuestionException error)
        {
            terminal.Say(error.Message);
            return false;
        }
    }

    private static Task Answer(QuestionSession session, string sql, Question question, Terminal terminal, CancellationToken cancellation)
    {
        if (question.Format == AnswerFormat.Parquet)
        {
            session.Write(sql, question.Output!, cancellation);
            return Task.CompletedTask;
        }

        return question.Output is { } file
            ? ExportFile.Write(file, async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: question.Format == AnswerFormat.Csv));
                Write(session, sql, question.Format, terminal, writer, cancellation);
                return true;
            })
            : Standard(session, sql, question.Format, terminal, cancellation);
    }

    private static async Task Standard(QuestionSession session, string sql, AnswerFormat format, Terminal terminal, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(terminal.OutStream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Write(session, sql, format, terminal, writer, cancellation);
    }

    private static void Write(QuestionSession session, string sql, AnswerFormat format, Terminal terminal, TextWriter writer, CancellationToken cancellation) => session.Ask(
        sql,
        answer =>
        {
            switch (format)
            {
                case AnswerFormat.Csv:
                    AnswerWriter.Csv(answer, writer);
                    break;
                case AnswerFormat.Json:
                    AnswerWriter.JsonRows(answer, writer);
                    break;
                default:
                    AnswerWriter.Table(answer, terminal);
                    break;
            }
        },
        cancellation);

    /// <param name="Sql">Null to read queries from standard input.</param>
    /// <param name="Release">Folder of a release; null for the live database.</param>
    private sealed record Question(string? Sql, string? Release, AnswerFormat Format, string? Output, QuestionBounds Bounds);
}
