namespace Pipeline.Crawler.Browsing;

/// <summary>A browser as an engine for scripts: it shows what a page becomes, and asks for nothing by itself.</summary>
public interface IPageBrowser
{
    /// <summary>Why no page can be opened, with what to do; null when one can.</summary>
    string? Missing { get; }

    /// <summary>
    /// Opens a page, lets it settle, opens rows that name no address, and turns pages until its guide has enough. Bounded in time and memory; whatever
    /// the page does ends as <see cref="BrowsedPage.Trouble"/>, and only cancellation throws.
    /// </summary>
    /// <param name="network">Makes every request.</param>
    Task<BrowsedPage> Open(Uri page, IBrowserNetwork network, BrowserGuide guide, CancellationToken cancellation);
}
