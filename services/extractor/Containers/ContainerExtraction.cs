using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Containers;
using Pipeline.Extractor.Work;

namespace Pipeline.Extractor.Containers;

/// <summary>Reads every document in a container as if it were alone, and gives the reports among them as the container's own.</summary>
/// <param name="read">Reads one document, and a container within so many others.</param>
internal sealed class ContainerExtraction(
    Func<ReadOnlyMemory<byte>, DocumentHints, int, CancellationToken, Task<ExplainedExtraction>> read, Func<string, bool> isReadable, TimeProvider time, ContainerLimits limits)
{
    /// <summary>Containers within containers: a mail with an archive, an archive of archives of each body. Deeper ones are left closed.</summary>
    public const int Deepest = 1;

    /// <summary>No further entry is begun after this time on the clock, which leaves the last one some of that which a document has.</summary>
    private static readonly TimeSpan Enough = new WorkLimit(ReportExtractor.Deadline).Farthest * 0.7;

    /// <param name="depth">Containers that this one is in.</param>
    /// <exception cref="UnreadableDocumentException">The container itself cannot be unpacked.</exception>
    public async Task<ExplainedExtraction> Read(IContainerReader container, ReadOnlyMemory<byte> bytes, DocumentHints hints, ReadingFacts reading, int depth, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var all = container.Open(bytes, limits, cancellation);
        var entries = Candidates(all, hints);
        if (entries.IsEmpty)
            throw new UnreadableDocumentException(FailureReasons.Unsupported, "There is no document in the container that a reader exists for. Unpack it to see what it holds.");
        var results = ImmutableArray.CreateBuilder<EntryResult>(entries.Length);
        foreach (var (entry, mediaType) in entries)
        {
            // Pictures belong to a page or a report that says in text what they show, if there is one.
            if (IsPicture(mediaType) && results.Any(result => !result.Explained.Reports.IsEmpty))
                continue;
            var entryHints = hints with { FileName = entry.Name, ContentType = entry.ContentType, LinkText = entries.Length == 1 ? hints.LinkText : null, Beside = address => EntryAddresses.Find(all, entry, address) };
            results.Add(time.GetElapsedTime(start) > Enough ? EntryResult.NotReached(entry, reading) : new EntryResult(entry, await read(entry.Bytes, entryHints, depth + 1, cancellation)));
        }
        return ContainerResult.Of(results.ToImmutable(), reading with { Reader = container.Name });
    }

    /// <summary>Entries that can be read, the mail's or page's own text first and pictures last.</summary>
    private ImmutableArray<(ContainerEntry Entry, string MediaType)> Candidates(ImmutableArray<ContainerEntry> entries, DocumentHints hints) =>
        [.. entries.Where(entry => !entry.Bytes.IsEmpty)
            .Select(entry => (Entry: entry, MediaTypes.Decide(entry.Bytes.Span, hints with { FileName = entry.Name, ContentType = entry.ContentType, Url = null }).MediaType))
            .Where(entry => isReadable(entry.MediaType))
            .OrderBy(entry => IsPicture(entry.MediaType) ? 2 : entry.Entry.IsPart ? 0 : 1)];

    private static bool IsPicture(string mediaType) => mediaType.StartsWith("image/", StringComparison.Ordinal);
}
