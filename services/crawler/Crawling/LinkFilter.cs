using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Links;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Politeness;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>What becomes of the links of a page: which are followed, as what, and why the others are not. Pure.</summary>
public sealed class LinkFilter(SourceScope scope, NeighbourHosts neighbours, AddressPolicy addresses, IReadOnlySet<string>? provenNames = null)
{
    /// <summary>One link and what becomes of it.</summary>
    /// <param name="Queued">The address as it is queued; null when it is not followed.</param>
    /// <param name="LeadsOut">Whether it announces a report on a host that no source names.</param>
    public readonly record struct Decision(FoundLink Link, LinkScore Score, KnownUrl? Queued, string Why, bool LeadsOut = false);

    /// <param name="known">The page's address.</param>
    /// <param name="answered">Address that answered.</param>
    /// <param name="seen">Whether the address of that key was linked before on other pages of the host; null knows of none.</param>
    public IEnumerable<Decision> Decide(KnownUrl known, Uri answered, ContentClassification reading, Source source, Func<long, bool>? seen = null)
    {
        var context = new LinkContext(known.Score, known.Depth, reading.NamesReports, source.Keywords) { NamesDisclosure = ReportWords.NamesDisclosure(known.LinkText) };
        foreach (var link in reading.Links)
        {
            var score = Declared(link) ? OfSitemap(link, context) : LinkScore.Of(link, context);
            // The site's menu stands on the page of its reports too.
            var isOfFrame = score.Reason is LinkScore.OnDisclosurePage or LinkScore.OnReportPage && seen?.Invoke(UrlKey.Of(link.Url, link.Form)) == true;
            if (isOfFrame)
                score = LinkScore.Of(link, context with { NamesReports = false, NamesDisclosure = false });
            if (link.Kind is LinkKind.Page && score.Value is > 0 and < Exploring.Proven && provenNames is not null && ReportWays.NameOf(link.Text) is { } name && provenNames.Contains(name))
                score = score with { Value = Exploring.Proven, Reason = $"called '{name}', which has led to reports" };
            yield return Decide(known, answered, reading, source, link, score, reading.NamesReports && !isOfFrame);
        }
    }

    private Decision Decide(KnownUrl known, Uri answered, ContentClassification reading, Source source, FoundLink link, LinkScore score, bool namesReports)
    {
        if (score.Value == 0)
            return new(link, score, null, score.Reason);
        var owner = scope.Of(link.Url, source);
        var hasMoved = owner is null && known.Has(UrlFlags.Moved) && link.Url.Authority == known.Url.Authority
            || owner is null && link.Kind == LinkKind.Redirect && known.Has(UrlFlags.Seed | UrlFlags.Moved) && neighbours.Holds(source, link.Url);
        var leadsOut = owner is null && !hasMoved && Announces(link);
        if (owner is null && !hasMoved && !((leadsOut || IsPartOfColumn(answered, reading, source, link)) && neighbours.Holds(source, link.Url)))
            return new(link, score, null, $"{link.Url.Authority} is no host of a source", leadsOut);
        if (addresses.Judge(link.Url).Refusal is { } refusal)
            return new(link, score, null, refusal, leadsOut);
        var queued = Queue(known, answered, link, score, namesReports, owner ?? source);
        return new(link, score, hasMoved ? queued with { Flags = queued.Flags | UrlFlags.Moved } : queued, score.Reason, leadsOut);
    }

    /// <summary>Whether an address may be asked for on behalf of a source, whatever leads there.</summary>
    public bool IsNear(Source source, Uri url) => addresses.Judge(url).IsAllowed && (scope.Of(url, source) is not null || neighbours.Holds(source, url));

    private static bool Announces(FoundLink link) => link.Kind != LinkKind.Redirect && (ReportWords.NamesReport(link.Text) || ReportWords.NamesAnnual(link.Text));

    // On a neighbour's host only what belongs to the column of reports: the service that the column's script asks for its rows, its further parts, its years, its files.
    private bool IsPartOfColumn(Uri answered, ContentClassification reading, Source source, FoundLink link) =>
        reading.NamesReports && link is { Kind: LinkKind.Continuation, Rule: ScriptRequests.Rule }
        || reading.NamesReports && scope.Of(answered, source) is null && answered.Authority == link.Url.Authority
        && (link.Kind is LinkKind.Continuation or LinkKind.Attachment or LinkKind.Redirect || ReportWords.IsYear(link.Text));

    private static KnownUrl Queue(KnownUrl known, Uri answered, FoundLink link, LinkScore score, bool namesReports, Source source) => new()
    {
        Key = UrlKey.Of(link.Url, link.Form),
        Host = HostName.Of(link.Url),
        Source = source.Name,
        Url = CanonicalUrl.Of(link.Url),
        Form = link.Form,
        Rows = link.Rows,
        Headers = link.Headers,
        Counter = link.Counter,
        Kind = link.Kind == LinkKind.Redirect ? known.Kind : link.Kind,
        Score = score.Value,
        Flags = (score.Evident ? UrlFlags.NamedReport : 0) | (namesReports ? UrlFlags.OnReportPage : 0) | (Declared(link) ? UrlFlags.InSitemap : 0) | (link.Rule == ListLearner.Rule ? UrlFlags.ShownByBrowser : 0) | (link.Kind == LinkKind.Redirect ? known.Flags & ~UrlFlags.Seed : 0),
        // A list goes on, a frame shows and a stub sends on: none of them is a click further away.
        Depth = link.Kind is LinkKind.Page or LinkKind.Attachment ? known.Depth + 1 : known.Depth,
        UnproductiveHops = 0,
        Referrer = link.Kind == LinkKind.Redirect ? known.Referrer : answered,
        LinkText = link.Kind == LinkKind.Redirect ? known.LinkText : link.Text,
        Redirects = link.Kind == LinkKind.Redirect ? [.. known.Redirects, known.Url] : [],
    };

    private static bool Declared(FoundLink link) => link.Rule == "sitemap";

    // A sitemap names addresses and nothing else: what the path says, and for the rest the middle of the queue.
    private static LinkScore OfSitemap(FoundLink link, LinkContext context)
    {
        var score = LinkScore.Of(link, context with { NamesReports = false });
        return score.Value == 0 || link.Kind == LinkKind.Sitemap || score.Evident ? score : score with { Value = Math.Max(score.Value, 30), Reason = "named in a sitemap" };
    }
}
