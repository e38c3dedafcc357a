using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Discovery.Documents;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>Hands documents over, in the order that loses none: snapshot, then ledger, then announcement. The frontier forgets the address only after.</summary>
public sealed class DocumentDelivery(ISnapshotStore snapshots, IDocumentLedger ledger, IDocumentPublisher publisher)
{
    /// <summary>Name of the source of its activities: a document's trace begins with its delivery.</summary>
    public const string ActivityName = "Pipeline.Crawler";

    private static readonly ActivitySource Activities = new(ActivityName);

    /// <summary>Stores new content and announces it.</summary>
    /// <returns>Hash of the stored body.</returns>
    public async Task<SnapshotHash> Deliver(Guid runId, KnownUrl known, Source source, Answered answer, CancellationToken cancellation)
    {
        using var activity = Activities.StartActivity("deliver document", ActivityKind.Internal, default(ActivityContext), [new("document.url", known.Url.AbsoluteUri), new("document.source", source.Name), new("run.id", runId)]);
        var snapshot = await snapshots.Write(answer.Body, cancellation);
        var fetch = Fetch(runId, known, source, answer, FetchOutcome.Fetched, null) with { Snapshot = snapshot };
        await ledger.Record(fetch, cancellation);
        CrawlerMetrics.DocumentFound();
        await publisher.Publish(new DocumentFetched { Document = Reference(fetch, snapshot) }, cancellation);
        return snapshot;
    }

    /// <summary>Records a fetch that brought no new content.</summary>
    public Task Record(Guid runId, KnownUrl known, Source source, FetchResponse? answer, FetchOutcome outcome, string? reason, DateTimeOffset at, CancellationToken cancellation)
    {
        var fetch = answer is null
            ? Fetch(runId, known, source, new FetchFacts { RequestedUrl = known.Url, FinalUrl = known.Url, FetchedAt = at, Status = 0, Referrer = known.Referrer, LinkText = known.LinkText }, outcome, reason)
            : Fetch(runId, known, source, answer, outcome, reason);
        return ledger.Record(outcome == FetchOutcome.Unchanged && known.Snapshot is { } held ? fetch with { Snapshot = new SnapshotHash(held) } : fetch, cancellation);
    }

    /// <summary>An address that may have failed before answers, without a document.</summary>
    public Task Answered(KnownUrl known, DateTimeOffset at, CancellationToken cancellation) => ledger.Answered(known.Name, at, cancellation);

    /// <summary>The facts of an answer, as they are kept beside its snapshot.</summary>
    public static FetchFacts Facts(KnownUrl known, FetchResponse answer) => new()
    {
        RequestedUrl = known.Redirects.Count > 0 ? known.Redirects[0] : known.Url,
        FinalUrl = answer.Url,
        FetchedAt = answer.StartedAt,
        Status = answer.Status,
        Headers = answer.Headers,
        RedirectChain = known.Redirects,
        FileName = ContentDisposition.FileName(answer.Header("Content-Disposition")),
        Referrer = known.Referrer,
        LinkText = known.LinkText.Length == 0 ? null : known.LinkText,
    };

    /// <summary>The document as messages refer to it.</summary>
    public static DocumentReference Reference(FetchRecord fetch, SnapshotHash snapshot) => new()
    {
        Url = fetch.Url,
        Source = fetch.Source,
        ListedHost = fetch.ListedHost,
        RunId = fetch.RunId,
        FetchId = fetch.FetchId,
        Snapshot = snapshot,
        Facts = fetch.Facts,
    };

    private static FetchRecord Fetch(Guid runId, KnownUrl known, Source source, FetchResponse answer, FetchOutcome outcome, string? reason) =>
        Fetch(runId, known, source, Facts(known, answer), outcome, reason);

    private static FetchRecord Fetch(Guid runId, KnownUrl known, Source source, FetchFacts facts, FetchOutcome outcome, string? reason) => new()
    {
        FetchId = FetchId(runId, known.Key),
        RunId = runId,
        Source = source.Name,
        ListedHost = source.Official ?? false,
        Url = known.Name,
        Facts = facts,
        Outcome = outcome,
        Reason = reason,
    };

    // One address settles once in a crawl. Killed between ledger and frontier, the second visit writes the same fetch again, and nothing doubles.
    private static Guid FetchId(Guid runId, long key) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{runId:N} {key}"))).AsSpan(0, 16));
}
