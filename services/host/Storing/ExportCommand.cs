using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
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
        var gzip = new Option<bool>("--gzip") { Description = "Compress what is written; a FILE that ends in .gz is compressed in any case." };
        var filter = new RecordFilterOptions();
        var command = common.AddTo(new Command("export", "Writes the records out, or the snapshots that they were read from; docs/export.md describes both.") { format, shape, output, gzip });
        filter.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(format) is { Tokens: [{ Value: "warc" }] }
                && filter.All.Prepend(shape).Append(gzip).Any(option => result.GetResult(option) is { Implicit: false }))
                result.AddError($"--format warc writes every snapshot, compressed: leave out {shape.Name}, {gzip.Name} and {string.Join(", ", filter.All.Select(option => option.Name))}.");
        });
        command.SetAction((parsed, cancellation) => Run(
            common.Settings(parsed),
            parsed.GetRequiredValue(format)!.Value,
            parsed.GetValue(shape),
            filter.Of(parsed),
            new ExportTarget(parsed.GetValue(output), parsed.GetValue(gzip)),
            terminal,
            cancellation));
        return command;
    }

    private static async Task<int> Run(PipelineSettings settings, OutputFormat format, ExportShape? shape, RecordFilter filter, ExportTarget target, Terminal terminal, CancellationToken cancellation)
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
        var compressed = format != OutputFormat.Warc && target.Compressed;
        Task<string> Compressed(Stream output) => compressed ? Packed(output, Written) : Written(output);
        var written = target.File is null ? await Compressed(terminal.OutStream) : await ExportFile.Write(target.File, Compressed);
        terminal.Say($"{written} exported{(target.File is null ? "" : $" to {target.File}")}");
        foreach (var record in damaged)
            terminal.Say(DamagedRecords.Line(record));
        return damaged.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<string> Packed(Stream output, Func<Stream, Task<string>> write)
    {
        await using var packed = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
        return await write(packed);
    }

    private static string Counted(ExportTally tally, List<DamagedRecord> damaged)
    {
        damaged.AddRange(tally.Damaged);
        return string.Create(CultureInfo.InvariantCulture, $"{tally.Written} records");
    }

    private static string Counted(WarcTally tally) => string.Create(
        CultureInfo.InvariantCulture, $"{tally.Responses} snapshots and {tally.Revisits} repetitions{(tally.Missing == 0 ? "" : $" ({tally.Missing} left out: missing in the folder of snapshots, or damaged)")}");
}
