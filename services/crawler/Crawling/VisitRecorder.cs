using Pipeline.Contracts;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Incremental;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>Writes down what the visits of one crawl came to: documents in the ledger, addresses in the frontier, and when they are due again.</summary>
internal sealed class VisitRecorder(CrawlRunState run, UrlFrontier frontier, DocumentDelivery delivery, TimeProvider clock)
{
    /// <param name="unchanged">How many times in a row the address gave nothing new, this one included.</param>
    public Visit Ended(KnownUrl known, VisitOutcome outcome, string? reason, PageRole role = PageRole.Nothing, FetchResponse? answer = null, int unchanged = 0) => new()
    {
        Url = known,
        Outcome = outcome,
        Role = role,
        Reason = reason,
        At = clock.GetUtcNow(),
        DueAt = Revisit.After(clock.GetUtcNow(), outcome, role, unchanged, known.Has(UrlFlags.Seed)),
        Unchanged = unchanged,
        Requests = answer is null or Unanswered { Failure: FetchFailure.AddressRefused } or Answered { IsHeld: true } ? 0 : 1,
        Bytes = answer is Answered { IsHeld: false } answered ? answered.WireBytes : 0,
        // A document that failed or went keeps what is known of it, to compare with when it comes back.
        Snapshot = known.Snapshot,
        Region = known.Region,
    };

    /// <summary>The content is the one that is known.</summary>
    public Visit Kept(KnownUrl known, VisitOutcome outcome, FetchResponse answer) =>
        Ended(known, outcome, null, known.Role, answer, known.Unchanged + 1) with { ETag = answer.Header("ETag") ?? known.ETag, Modified = Modified(answer) ?? known.Modified };

    /// <summary>The date to send as If-Modified-Since.</summary>
    // RFC 9110, 13.1.3: where a server says nothing of its own, the time at which it answered serves as well.
    public static string? Modified(FetchResponse answer) => answer.Header("Last-Modified") ?? (answer.Header("ETag") is null ? answer.Header("Date") : null);

    /// <summary>An address with nothing behind it is tried less and less.</summary>
    public static int InVain(KnownUrl known) => known.Role == PageRole.Nothing ? known.Unchanged + 1 : 0;

    /// <summary>Stores and announces new content.</summary>
    /// <returns>Hash of what is stored.</returns>
    public Task<SnapshotHash> Deliver(KnownUrl known, Source source, Answered answer, CancellationToken cancellation) => delivery.Deliver(run.RunId, known, source, answer, cancellation);

    /// <summary>Records a fetch that brought no new content.</summary>
    public Task Record(KnownUrl known, Source source, FetchResponse? answer, FetchOutcome outcome, string? reason, CancellationToken cancellation) =>
        delivery.Record(run.RunId, known, source, answer, outcome, reason, clock.GetUtcNow(), cancellation);

    /// <summary>Whether an address without content is told in the ledger: documents, start pages and what is named as a report, but not a menu entry.</summary>
    public static bool IsOfTheAccount(KnownUrl known) => known.Role == PageRole.Document || known.Has(UrlFlags.NamedReport | UrlFlags.OnReportPage | UrlFlags.Seed);

    /// <summary>A page without a document answers: what was told of its failure before no longer stands.</summary>
    public Task Answered(KnownUrl known, CancellationToken cancellation) =>
        IsOfTheAccount(known) ? delivery.Answered(known, clock.GetUtcNow(), cancellation) : Task.CompletedTask;

    /// <summary>Puts an address back for another attempt.</summary>
    /// <param name="url">Where it goes: the same address, or another spelling of it.</param>
    /// <param name="score">Its new place in the queue.</param>
    public Task Postpone(KnownUrl known, Uri url, int score, TimeSpan after, string reason, CancellationToken cancellation) =>
        frontier.Postpone(known, url, score, clock.GetUtcNow() + after, reason, isAttempt: true, cancellation);

    /// <summary>Puts an address back, behind its like, without having asked for it.</summary>
    public Task Wait(KnownUrl known, TimeSpan after, string reason, CancellationToken cancellation) =>
        frontier.Postpone(known, known.Url, Math.Max(1, known.Score - 1), clock.GetUtcNow() + after, reason, isAttempt: false, cancellation);

    public async Task<Visit?> Settle(Visit visit)
    {
        // What was recorded and announced is settled too, even when the crawl is being stopped.
        await frontier.Settle(run.Number, visit, CancellationToken.None);
        return visit;
    }
}
