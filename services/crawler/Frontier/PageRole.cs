namespace Pipeline.Crawler.Frontier;

/// <summary>What an address turned out to be. Stored as a number: add at the end only.</summary>
public enum PageRole
{
    Unknown = 0,

    /// <summary>A page or file that may hold a report.</summary>
    Document = 1,

    /// <summary>It leads to reports: a list, a service that delivers one, a sitemap.</summary>
    ReportList = 2,

    /// <summary>It leads to other pages.</summary>
    Navigation = 3,

    /// <summary>It leads nowhere new.</summary>
    Leaf = 4,

    /// <summary>It only sends its visitor on.</summary>
    Redirect = 5,

    /// <summary>There is nothing, or nothing for us.</summary>
    Nothing = 6,
}
