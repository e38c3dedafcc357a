using Pipeline.Contracts.Messages;
using Pipeline.Store.Records;
using Pipeline.Store.Reprocessing;

namespace Pipeline.Host.Reextraction;

/// <summary>Has every document read again that this version of the extractor has not read yet, many at once. What was read is stored at once, so it may be killed and started again.</summary>
/// <param name="reread">Has one document read and stored. Gives null, or why it could not be read.</param>
/// <param name="atOnce">Documents under way at once.</param>
internal sealed class BulkReextraction(StaleDocuments stale, RecordQuery records, Func<DocumentReference, CancellationToken, Task<string?>> reread, int atOnce)
{
    // A page of references is some hundred kilobytes.
    private const int PageSize = 500;

    public ReprocessingTally Tally { get; } = new();

    private int _read;
    private int _failed;

    /// <summary>Documents that were read, with those that failed.</summary>
    public int Read => Volatile.Read(ref _read);

    public int Failed => Volatile.Read(ref _failed);

    /// <param name="filter">Only documents that show such a record; null for all.</param>
    /// <param name="version">Version of the extractor.</param>
    /// <param name="looked">Called now and then, from any thread.</param>
    public Task Run(RecordFilter? filter, string version, Action looked, CancellationToken cancellation) => Parallel.ForEachAsync(
        Documents(filter, version, cancellation),
        new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
        async (document, stop) =>
        {
            await One(document, stop);
            looked();
        });

    private async Task One(DocumentReference document, CancellationToken cancellation)
    {
        var before = await records.VersionsOf(document.Url, cancellation);
        var problem = await reread(document, cancellation);
        if (problem is null)
            Tally.Add(before, await records.VersionsOf(document.Url, cancellation));
        else
            Interlocked.Increment(ref _failed);
        Interlocked.Increment(ref _read);
    }

    private async IAsyncEnumerable<DocumentReference> Documents(RecordFilter? filter, string version, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = 0L; await stale.After(after, filter, version, PageSize, cancellation) is { Count: > 0 } page; after = page[^1].Id)
        {
            foreach (var document in page)
                yield return document.Document;
        }
    }
}
