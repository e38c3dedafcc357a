using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>Tells what a page is to the crawl, which decides how often it is asked for.</summary>
internal static class PageRoleRule
{
    // Fewer links are the frame that every page of a site has.
    private const int LinksOfNavigation = 10;

    /// <param name="found">The links on it that are to be followed.</param>
    /// <param name="hasValidator">Asking again costs a 304, not a body.</param>
    public static PageRole Of(KnownUrl known, ContentClassification reading, IReadOnlyCollection<KnownUrl> found, PageYield harvest, bool hasValidator)
    {
        if (reading.IsDocument)
            return PageRole.Document;
        // A further part of a list of reports is one, whatever stands in it tonight; parts that brought nothing twice in a row are not, though they go on for ever.
        var goesOn = known.UnproductiveHops < 2;
        var isPart = goesOn && known.Kind == LinkKind.Continuation && known.Has(UrlFlags.OnReportPage);
        var shape = UrlShape.Of(known.Url).Shape;
        // A page that only carries its attachments seldom changes, and they are looked at themselves: where it costs a whole body, not every night.
        bool Leads(KnownUrl link) => link.Has(UrlFlags.NamedReport) && UrlShape.Of(link.Url).Shape != shape && (hasValidator || link.Kind != LinkKind.Attachment);
        if (isPart || found.Any(link => link.Has(UrlFlags.InSitemap) || link.Kind == LinkKind.Sitemap || Leads(link))
            || goesOn && reading.NamesReports && found.Any(link => link.Kind == LinkKind.Continuation))
            return PageRole.ReportList;
        return harvest != PageYield.Nothing || found.Count >= LinksOfNavigation ? PageRole.Navigation : PageRole.Leaf;
    }

    /// <summary>The role of a page that gave no content tonight: a document that cannot be had stays a document.</summary>
    public static PageRole WithoutContent(KnownUrl known) => known.Role is PageRole.Document or PageRole.ReportList ? known.Role : PageRole.Nothing;
}
