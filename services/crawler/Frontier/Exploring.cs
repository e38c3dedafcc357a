namespace Pipeline.Crawler.Frontier;

/// <summary>Tells visits that follow evidence from those that explore: to addresses that nothing names as a report, a column, a body or the way to one.</summary>
internal static class Exploring
{
    /// <summary>What is named like a body, or a list of bodies, has this score; less says only how near an address is.</summary>
    public const int Below = 45;

    /// <summary>Place of what is called as ways to reports are on this or other sites: before all other exploring.</summary>
    public const int Proven = Below - 1;

    /// <summary>Beginning of the reason of what a spent budget left.</summary>
    public const string Left = "not explored";

    private const UrlFlags Evidence = UrlFlags.NamedReport | UrlFlags.InSitemap | UrlFlags.OnReportPage | UrlFlags.Seed | UrlFlags.Moved | UrlFlags.AwaitsRows | UrlFlags.LedToReports;

    /// <summary>The same as <see cref="Is"/>, for rows of crawl_urls.</summary>
    public static readonly string Sql = $"score < {Below} AND (traits & {Evidence:D}) = 0 AND role NOT IN ({PageRole.Document:D}, {PageRole.ReportList:D})";

    public static bool Is(KnownUrl url) => url.Score < Below && !url.Has(Evidence) && url.Role is not (PageRole.Document or PageRole.ReportList);
}
