namespace Pipeline.Crawler.Browsing;

/// <summary>All that a browser has of the network.</summary>
public interface IBrowserNetwork
{
    /// <summary>Makes one request as the crawl would: robots.txt, pace, address checks and limits hold. Redirects are followed.</summary>
    /// <returns>Null when it is refused, beyond the page's budget, or brought no answer.</returns>
    Task<BrowserAnswer?> Ask(BrowserRequest request, CancellationToken cancellation);
}
