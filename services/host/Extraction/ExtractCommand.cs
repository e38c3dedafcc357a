using System.Buffers;
using System.CommandLine;
using Pipeline.Extractor;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;

namespace Pipeline.Host.Extraction;

/// <summary><c>pipeline extract FILE…</c>: no state, no bus; one JSON line per file on standard output.</summary>
internal static class ExtractCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Documents to read, folders of them, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("extract", "Reads files and prints one JSON line for each, in their order: its records, or the reason why there is none.") { files };
        command.SetAction((parsed, cancellation) => Run(parsed.GetRequiredValue(files), terminal, cancellation));
        return command;
    }

    private static async Task<int> Run(IReadOnlyList<string> files, Terminal terminal, CancellationToken cancellation)
    {
        var failed = 0;
        // One for all lines: each is as large as the page that it tells of.
        var line = new ArrayBufferWriter<byte>();
        await using var painter = InstalledPainter.Create();
        await foreach (var file in new FileExtraction(ReportExtractor.With(painter), Environment.ProcessorCount, terminal.InStream).Read(files, cancellation))
        {
            ExtractedFileJson.Write(file, line);
            await terminal.OutStream.WriteAsync(line.WrittenMemory, cancellation);
            if (!file.Failed)
                continue;
            failed++;
            terminal.Say($"{file.File}: {file.Detail}");
        }

        await terminal.OutStream.FlushAsync(cancellation);
        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
