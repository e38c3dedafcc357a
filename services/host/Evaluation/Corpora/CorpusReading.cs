using System.Collections.Immutable;
using Pipeline.Extractor;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Evaluation.Corpora;

/// <summary>Runs the extractor over a corpus.</summary>
internal static class CorpusReading
{
    private const int Notice = 100;

    /// <returns>The documents in the manifest's order.</returns>
    /// <exception cref="CommandFailedException">The corpus or one of its documents cannot be loaded.</exception>
    public static async Task<ImmutableArray<ReadDocument>> Read(string folder, Terminal terminal, CancellationToken cancellation)
    {
        var documents = CorpusFolder.Load(folder);
        var results = new ReadDocument[documents.Length];
        var done = 0;
        await Parallel.ForAsync(0, documents.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, async (i, stop) =>
        {
            results[i] = await Read(documents[i], stop);
            if (Interlocked.Increment(ref done) is var count && count % Notice == 0)
                terminal.Say($"{folder}: {count} of {documents.Length} documents read.");
        });
        return [.. results];
    }

    private static async Task<ReadDocument> Read(CorpusDocument document, CancellationToken cancellation)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(document.File, cancellation);
            var explained = await ReportExtractor.Default.Explain(bytes, new DocumentHints { FileName = Path.GetFileName(document.File) }, cancellation);
            return new ReadDocument(document, [.. explained.Reports.Select(report => report.Report)], [.. explained.Reports.Select(report => report.Evidence)]);
        }
        catch (IOException error)
        {
            throw new CommandFailedException($"{document.File} of the corpus cannot be loaded: {error.Message}");
        }
    }
}
