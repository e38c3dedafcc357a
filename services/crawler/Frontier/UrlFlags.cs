namespace Pipeline.Crawler.Frontier;

/// <summary>What is known of an address beside its score.</summary>
[Flags]
public enum UrlFlags
{
    None = 0,

    /// <summary>The link itself announced a report.</summary>
    NamedReport = 1,

    /// <summary>A sitemap names it: such a list is finite, so the guard against traps leaves it alone.</summary>
    InSitemap = 2,

    /// <summary>It was linked on a page about reports.</summary>
    OnReportPage = 4,

    /// <summary>A start address of its source.</summary>
    Seed = 8,

    /// <summary>It stands on a host to which a start address redirects: the site has moved there, and its links on that host are followed like its own.</summary>
    Moved = 16,

    /// <summary>A browser showed the request.</summary>
    ShownByBrowser = 32,

    /// <summary>It shows no rows, and comes up again tonight when the requests of its scripts have been made: only then is a browser opened.</summary>
    AwaitsRows = 64,

    /// <summary>A report was found behind it.</summary>
    LedToReports = 128,

    /// <summary>Only a browser could show its rows, and there was none: it is asked for whole as soon as there is one.</summary>
    NeedsBrowser = 256,
}
