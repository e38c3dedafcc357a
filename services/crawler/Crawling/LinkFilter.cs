using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Politeness;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>What becomes of the links of a page: which are followed, as what, and why the others are not. Pure.</summary>
public sealed class LinkFilter(SourceScope scope, AddressPolicy addresses)
{
    /// <summary>One link and what becomes of it.</summary>
    /// <param name="Queued">The address as it is queued; null when it is not followed.</param>
    public readonly record struct Decision(FoundLink Link, LinkScore Score, KnownUrl? Queued, string Why);

    /// <param name="known">The page's address.</param>
    /// <param name="answered">Address that answered.</param>
    public IEnumerable<Decision> Decide(KnownUrl known, Uri answered, ContentClassification reading, Source source)
    {
        var context = new LinkContext(known.Score, known.Depth, reading.NamesReports, source.Keywords);
        foreach (var link in reading.Links)
        {
            var score = Declared(link) ? OfSitemap(link, context) : LinkScore.Of(link, context);
            yield return Refusal(link, score) is { } refusal
                ? new(link, score, null, refusal)
                : new(link, score, Queue(known, answered, link, score, reading.NamesReports, scope.Of(link.Url, source)!), score.Reason);
        }
    }

    private string? Refusal(FoundLink link, LinkScore score)
    {
        if (score.Value == 0)
            return score.Reason;
        if (scope.Of(link.Url) is null)
            return $"{link.Url.Authority} is no host of a source";
        return addresses.Judge(link.Url).Refusal;
    }

    private static KnownUrl Queue(KnownUrl known, Uri answered, FoundLink link, LinkScore score, bool namesReports, Source source) => new()
    {
        Key = UrlKey.Of(link.Url, link.Form),
        Host = HostName.Of(link.Url),
        Source = source.Name,
        Url = CanonicalUrl.Of(link.Url),
        Form = link.Form,
        Kind = link.Kind == LinkKind.Redirect ? known.Kind : link.Kind,
        Score = score.Value,
        Flags = (score.Evident ? UrlFlags.NamedReport : 0) | (namesReports ? UrlFlags.OnReportPage : 0) | (Declared(link) ? UrlFlags.InSitemap : 0) | (link.Kind == LinkKind.Redirect ? known.Flags & ~UrlFlags.Seed : 0),
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
