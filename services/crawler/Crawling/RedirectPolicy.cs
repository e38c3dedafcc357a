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
public sealed class RedirectPolicy(SourceScope scope, NeighbourHosts neighbours, AddressPolicy addresses)
{
    // RFC 9110 leaves the number open; browsers stop at 20, real chains at four.
    public const int MostHops = 10;

    /// <param name="Next">The target as it is queued; null when it is not followed.</param>
    /// <param name="SameDocument">Whether the target is but another spelling of the address: it takes the address's own place.</param>
    public readonly record struct Decision(KnownUrl? Next, bool SameDocument, VisitOutcome Outcome, string? Reason);

    /// <param name="setsCookie">Whether the redirect gave a cookie that was not known: its target, be it the address itself, may answer differently now.</param>
    public Decision Decide(KnownUrl known, Uri target, Source source, bool setsCookie = false)
    {
        if (addresses.Judge(target).Refusal is { } refused)
            return new(null, false, VisitOutcome.RefusedByPolicy, $"redirects to {target}: {refused}");
        var owner = scope.Of(target, source);
        // A start address that sends its visitors to a neighbour is a site that has moved there; a report is taken where it stands.
        var hasMoved = owner is null && known.Has(UrlFlags.Seed | UrlFlags.Moved);
        if (owner is null && !((hasMoved || known.Has(UrlFlags.NamedReport | UrlFlags.OnReportPage)) && neighbours.Holds(source, target)))
            return new(null, false, VisitOutcome.Redirected, $"redirects to {target.Authority}, which is no host of a source");
        var canonical = CanonicalUrl.Of(target);
        var key = UrlKey.Of(canonical);
        if (key == known.Key)
            return canonical == known.Url && !setsCookie || known.Attempts >= MostHops
                ? new(null, false, VisitOutcome.Unusable, "redirects to itself")
                : new(known with { Url = canonical }, true, VisitOutcome.Redirected, null);
        if (known.Redirects.Any(earlier => UrlKey.Of(earlier) == key))
            return setsCookie && known.Attempts < MostHops
                ? new(known with { Url = canonical }, true, VisitOutcome.Redirected, null)
                : new(null, false, VisitOutcome.Unusable, "redirects in a circle");
        if (known.Redirects.Count >= MostHops)
            return new(null, false, VisitOutcome.Unusable, $"redirects more than {MostHops} times");
        var next = known with
        {
            Key = key, Host = HostName.Of(canonical), Source = (owner ?? source).Name, Url = canonical, Form = null, Flags = known.Flags & ~UrlFlags.Seed | (hasMoved ? UrlFlags.Moved : 0),
            Redirects = [.. known.Redirects, known.Url], Attempts = 0, Role = PageRole.Unknown, Unchanged = 0, ETag = null, Modified = null, Snapshot = null, Region = null,
        };
        return new(next, false, VisitOutcome.Redirected, $"redirects to {canonical}");
    }
}
