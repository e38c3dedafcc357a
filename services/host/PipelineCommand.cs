using System.CommandLine;
using System.CommandLine.Parsing;
using Pipeline.Host.Checking;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Crawling;
using Pipeline.Host.Doctor;
using Pipeline.Host.Evaluation;
using Pipeline.Host.Explaining;
using Pipeline.Host.Extraction;
using Pipeline.Host.Forms;
using Pipeline.Host.Rebuilding;
using Pipeline.Host.Reextraction;
using Pipeline.Host.Releasing;
using Pipeline.Host.SampleSite;
using Pipeline.Host.Schedule;
using Pipeline.Host.Serving;
using Pipeline.Host.Settings;
using Pipeline.Host.Sources;
using Pipeline.Host.Storing;

namespace Pipeline.Host;

/// <summary>The <c>pipeline</c> command: reads the command line, runs what it asks for and turns the outcome into an exit code.</summary>
internal static class PipelineCommand
{
    // Asked to stop, a process finishes what it is reading: longer than the slowest document takes.
    private static readonly TimeSpan StopTime = TimeSpan.FromMinutes(2);

    public static async Task<int> Run(IReadOnlyList<string> args, Terminal terminal)
    {
        var forms = new Option<string?>("--forms") { Description = "Folder with genres and forms of your own, JSON, beside those built in.", HelpName = "DIR", Recursive = true };
        var parsed = Create(terminal, forms).Parse(args);
        if (parsed.Errors.Count > 0)
            return ReportWrongUse(parsed, terminal);
        try
        {
            DeclaredForms.Use(parsed.GetValue(forms));
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopTime,
                Output = terminal.Out,
                Error = terminal.Error,
            });
        }
        catch (CommandFailedException error)
        {
            terminal.Say(error.Message);
            return error.ExitCode;
        }
        catch (OperationCanceledException)
        {
            terminal.Say("Stopped. Nothing that was stored is lost; the same command goes on from here.");
            return ExitCode.Failed;
        }
        catch (Exception error) when (Outage.Of(error) is { } outage)
        {
            terminal.Say(outage);
            return ExitCode.Failed;
        }
        catch (Exception error)
        {
            terminal.Say($"This should not happen: {error.Message} Please report it with what follows. Nothing that was stored is lost.");
            terminal.Say(error.ToString());
            return ExitCode.Failed;
        }
    }

    private static RootCommand Create(Terminal terminal, Option<string?> forms) => new("Crawls Chinese government sites for annual reports on information disclosure and stores one traceable record per body and year.")
    {
        forms,
        DemoCommand.Create(terminal),
        ExtractCommand.Create(terminal),
        EvalCommand.Create(terminal),
        CalibrateCommand.Create(terminal),
        ExplainCommand.Create(terminal),
        CrawlCommand.Create(terminal),
        RunCommand.Create(terminal),
        ServeCommand.Create(terminal),
        ReextractCommand.Create(terminal),
        StatusCommand.Create(terminal),
        FailuresCommand.Create(terminal),
        ExportCommand.Create(terminal),
        SettingsCommand.Create(terminal),
        CheckCommand.Create(terminal),
        RebuildCommand.Create(terminal),
        ReleaseCommand.Create(terminal),
        SqlCommand.Create(terminal),
        BodiesCommand.Create(terminal),
        FindingsCommand.Create(terminal),
        SourcesCommand.Create(terminal),
        FormsCommand.Create(terminal),
        DoctorCommand.Create(terminal),
    };

    private static int ReportWrongUse(ParseResult parsed, Terminal terminal)
    {
        // What people type after ./run, which alone is the demo.
        if (parsed.CommandResult.Command is RootCommand && parsed.Tokens is [{ Value: ['-', '-', ..] }, ..])
            terminal.Say($"Options follow a command: ./run demo {string.Join(' ', parsed.Tokens.Select(token => token.Value))}");
        foreach (var error in parsed.Errors)
            terminal.Say(error.Message);
        terminal.Say($"For what is possible: {Call(parsed.CommandResult)} --help");
        return ExitCode.WrongUse;
    }

    /// <returns>How the command is called, with those that it belongs to: "pipeline failures replay".</returns>
    private static string Call(CommandResult command) => command.Parent is CommandResult parent ? $"{Call(parent)} {command.Command.Name}" : "pipeline";
}
