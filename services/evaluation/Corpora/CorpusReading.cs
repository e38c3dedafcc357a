using System.Collections.Immutable;
using Pipeline.Extractor;

namespace Pipeline.Evaluation.Corpora;

/// <summary>Runs the extractor over a corpus.</summary>
public static class CorpusReading
{
    private const int Notice = 100;

    /// <returns>The documents in the manifest's order.</returns>
    /// <param name="say">Hears how far the reading is.</param>
    /// <exception cref="CorpusException">The folder is no corpus.</exception>
    /// <exception cref="IOException">One of its documents cannot be loaded: the message says which.</exception>
    public static async Task<ImmutableArray<ReadDocument>> Read(string folder, Action<string> say, CancellationToken cancellation)
    {
        var documents = CorpusFolder.Load(folder);
        var results = new ReadDocument[documents.Length];
        var done = 0;
        await Parallel.ForAsync(0, documents.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, async (i, stop) =>
        {
            results[i] = await Read(documents[i], stop);
            if (Interlocked.Increment(ref done) is var count && count % Notice == 0)
                say($"{folder}: {count} of {documents.Length} documents read.");
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
            throw new IOException($"{document.File} of the corpus cannot be loaded: {error.Message}", error);
        }
    }
}
