namespace Pipeline.Crawler.Browsing;

/// <summary>Stands where no browser is: pages that need one are told.</summary>
public sealed class NoBrowser : IPageBrowser
{
    public string? Missing => "this program was put together without a browser";

    public Task<BrowsedPage> Open(Uri page, IBrowserNetwork network, BrowserGuide guide, CancellationToken cancellation) =>
        Task.FromResult(new BrowsedPage([], [], Missing));
}
