using System.CommandLine;
using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Export;
using Pipeline.Store.Records;
using Pipeline.Store.Warc;

namespace Pipeline.Host.Storing;

/// <summary><c>pipeline export</c>: the records as CSV or JSON lines, or the snapshots as WARC.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var format = CheckedOption.Choice<OutputFormat>("--format");
        format.Description = "csv opens in a spreadsheet, jsonl is for programs, warc holds the snapshots for the tools of web archives.";
        format.Required = true;
        var shape = CheckedOption.Choice<ExportShape>("--shape");
        shape.Description = "A line per cell (default of csv) or a line per record (default of jsonl).";
        var output = new Option<string?>("--output") { Description = "File to write (default: standard output).", HelpName = "FILE" };
        var authority = new Option<string?>("--authority") { Description = "Only bodies whose name contains this.", HelpName = "NAME" };
        var year = CheckedOption.Number("--year", 2008, 9999);
        year.Description = "Only reports on this year.";
        var genre = new Option<string?>("--genre") { Description = "Only documents of this kind; pipeline forms lists them.", HelpName = "ID" };
        var status = CheckedOption.Choice<ReviewStatus>("--status");
        status.Description = "accepted: sure enough, or reviewed by a person; reviewed: only those that a person has finished with; review: only those that wait for one.";
        var command = common.AddTo(new Command("export", "Writes the records out, or the snapshots that they were read from; docs/export.md describes both.") { format, shape, output, authority, year, genre, status });
        command.Validators.Add(result =>
        {
            if (result.GetResult(format) is { Tokens: [{ Value: "warc" }] }
                && new Option[] { shape, authority, year, genre, status }.Any(option => result.GetResult(option) is not null))
                result.AddError("--format warc writes every snapshot: leave out --shape, --authority, --year, --genre and --status.");
        });
        command.SetAction((parsed, cancellation) => Run(
            common.Settings(parsed),
            parsed.GetRequiredValue(format)!.Value,
            parsed.GetValue(shape),
            new RecordFilter { Authority = parsed.GetValue(authority), Year = parsed.GetValue(year), Genre = Known(parsed.GetValue(genre)), Status = parsed.GetValue(status) },
            parsed.GetValue(output),
            terminal,
            cancellation));
        return command;
    }

    private static string? Known(string? genre) => genre is null || FormCatalog.Current.Genres.Any(known => known.Id == genre)
        ? genre
        : throw new CommandFailedException($"There is no genre '{genre}': there are {string.Join(", ", FormCatalog.Current.Genres.Select(known => known.Id))}.", ExitCode.WrongUse);

    private static async Task<int> Run(PipelineSettings settings, OutputFormat format, ExportShape? shape, RecordFilter filter, string? file, Terminal terminal, CancellationToken cancellation)
    {
        await using var store = await StoreSession.Open(settings, cancellation);
        var damaged = new List<DamagedRecord>();
        async Task<string> Written(Stream output) => format switch
        {
            OutputFormat.Csv => Counted(await Records(ExportFormat.Csv, output), damaged),
            OutputFormat.Jsonl => Counted(await Records(ExportFormat.Jsonl, output), damaged),
            _ => Counted(await store.Get<WarcExport>().Write(output, cancellation)),
        };
        Task<ExportTally> Records(ExportFormat of, Stream output) => store.Get<RecordExport>().Write(output, of, shape ?? RecordExport.DefaultShape(of), filter, cancellation);
        var written = file is null ? await Written(terminal.OutStream) : await ExportFile.Write(file, Written);
        terminal.Say($"{written} exported{(file is null ? "" : $" to {file}")}");
        foreach (var record in damaged)
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Record {record.RecordId} was left out: what is stored of it is damaged ({record.Problem.TrimEnd('.')}). Read it again with: pipeline reextract {record.Url}"));
        return damaged.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Counted(ExportTally tally, List<DamagedRecord> damaged)
    {
        damaged.AddRange(tally.Damaged);
        return string.Create(CultureInfo.InvariantCulture, $"{tally.Written} records");
    }

    private static string Counted(WarcTally tally) => string.Create(
        CultureInfo.InvariantCulture, $"{tally.Responses} snapshots and {tally.Revisits} repetitions{(tally.Missing == 0 ? "" : $" ({tally.Missing} left out: missing in the folder of snapshots, or damaged)")}");
}
