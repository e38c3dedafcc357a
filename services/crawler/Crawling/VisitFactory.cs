using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Incremental;

namespace Pipeline.Crawler.Crawling;

/// <summary>What the frontier is to remember of a visit that has ended, and when the address is due again.</summary>
internal sealed class VisitFactory(TimeProvider clock)
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
        Requests = answer is null or Unanswered { Failure: FetchFailure.AddressRefused } ? 0 : 1,
        Bytes = (answer as Answered)?.WireBytes ?? 0,
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
}
