namespace Pipeline.Crawler.Crawling;

/// <summary>What a visit brought.</summary>
internal enum PageYield
{
    Nothing,

    /// <summary>Only new addresses among which its own is one: how every trap goes on.</summary>
    SameSection,

    /// <summary>New links that announce reports, among addresses of another shape but in its own part of the site.</summary>
    NearbyReportLinks,

    /// <summary>New links that announce reports, in another part of the site.</summary>
    ReportLinks,

    /// <summary>A document.</summary>
    Document,
}
