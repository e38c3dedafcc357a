using System.CommandLine;
using System.Globalization;
using Pipeline.Contracts.Reports;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Export;
using Pipeline.Store.Records;

namespace Pipeline.Host.Storing;

/// <summary><c>pipeline export</c>: the records as CSV or JSON lines.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var format = CheckedOption.Choice<ExportFormat>("--format");
        format.Description = "csv opens in a spreadsheet, jsonl is for programs.";
        format.Required = true;
        var shape = CheckedOption.Choice<ExportShape>("--shape");
        shape.Description = "A line per cell (default of csv) or a line per record (default of jsonl).";
        var output = new Option<string?>("--output") { Description = "File to write (default: standard output).", HelpName = "FILE" };
        var authority = new Option<string?>("--authority") { Description = "Only bodies whose name contains this.", HelpName = "NAME" };
        var year = CheckedOption.Number("--year", 2008, 9999);
        year.Description = "Only reports on this year.";
        var status = CheckedOption.Choice<ReviewStatus>("--status");
        status.Description = "Only accepted records, or only those to review.";
        var command = common.AddTo(new Command("export", "Writes the records out; the columns are described in docs/export.md.") { format, shape, output, authority, year, status });
        command.SetAction((parsed, cancellation) => Run(
            common.Settings(parsed),
            parsed.GetRequiredValue(format)!.Value,
            parsed.GetValue(shape),
            new RecordFilter { Authority = parsed.GetValue(authority), Year = parsed.GetValue(year), Status = parsed.GetValue(status) },
            parsed.GetValue(output),
            terminal,
            cancellation));
        return command;
    }

    private static async Task<int> Run(PipelineSettings settings, ExportFormat format, ExportShape? shape, RecordFilter filter, string? file, Terminal terminal, CancellationToken cancellation)
    {
        await using var store = await StoreSession.Open(settings, cancellation);
        var export = store.Get<RecordExport>();
        var written = file is null
            ? await export.Write(terminal.OutStream, format, shape ?? RecordExport.DefaultShape(format), filter, cancellation)
            : await ExportFile.Write(export, file, format, shape ?? RecordExport.DefaultShape(format), filter, cancellation);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{written} records exported{(file is null ? "" : $" to {file}")}"));
        return ExitCode.Done;
    }
}
