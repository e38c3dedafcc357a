using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Politeness;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>
/// What becomes of a redirect. Its target takes its own place in the queue, so that every hop passes robots.txt, pace and address policy, and
/// a target known already is not asked for again.
/// </summary>
public sealed class RedirectPolicy(SourceScope scope, AddressPolicy addresses)
{
    // RFC 9110 leaves the number open; browsers stop at 20, real chains at four.
    public const int MostHops = 10;

    /// <param name="Next">The target as it is queued; null when it is not followed.</param>
    /// <param name="SameDocument">Whether the target is but another spelling of the address: it takes the address's own place.</param>
    public readonly record struct Decision(KnownUrl? Next, bool SameDocument, VisitOutcome Outcome, string? Reason);

    public Decision Decide(KnownUrl known, Uri target, Source source)
    {
        if (addresses.Judge(target).Refusal is { } refused)
            return new(null, false, VisitOutcome.RefusedByPolicy, $"redirects to {target}: {refused}");
        if (scope.Of(target, source) is not { } owner)
            return new(null, false, VisitOutcome.Redirected, $"redirects to {target.Authority}, which is no host of a source");
        var canonical = CanonicalUrl.Of(target);
        var key = UrlKey.Of(canonical);
        if (key == known.Key)
            return canonical == known.Url || known.Attempts >= MostHops
                ? new(null, false, VisitOutcome.Failed, "redirects to itself")
                : new(known with { Url = canonical }, true, VisitOutcome.Redirected, null);
        if (known.Redirects.Any(earlier => UrlKey.Of(earlier) == key))
            return new(null, false, VisitOutcome.Failed, "redirects in a circle");
        if (known.Redirects.Count >= MostHops)
            return new(null, false, VisitOutcome.Failed, $"redirects more than {MostHops} times");
        var next = known with
        {
            Key = key, Host = HostName.Of(canonical), Source = owner.Name, Url = canonical, Form = null, Flags = known.Flags & ~UrlFlags.Seed,
            Redirects = [.. known.Redirects, known.Url], Attempts = 0, Role = PageRole.Unknown, Unchanged = 0, ETag = null, Modified = null, Snapshot = null, Region = null,
        };
        return new(next, false, VisitOutcome.Redirected, $"redirects to {canonical}");
    }
}
