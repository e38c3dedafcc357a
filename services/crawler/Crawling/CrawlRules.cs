using Microsoft.Extensions.Logging;
using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>The rules that crawls, dry runs and fetches on request have in common, made for the sources in question.</summary>
public sealed class CrawlRules(RetryPolicy retries, AddressPolicy addresses, CrawlOptions options, IPageBrowser browser)
{
    /// <summary>Hosts visited at the same time.</summary>
    public int Hosts => options.Hosts;

    public ResponseInterpreter Interpreter(SourceScope scope) => new(retries, new RedirectPolicy(scope, new NeighbourHosts(addresses), addresses));

    /// <summary>Why lists that need a browser are left unread; null where one is at hand.</summary>
    public string? BrowserMissing => browser.Missing;

    internal PageReader Reader(SourceScope scope, PoliteClient web, UrlFrontier frontier, IReadOnlySet<string> provenNames, TimeProvider clock, ILogger<PageReader> log)
    {
        var links = Links(scope, provenNames);
        return new(links, Lists(web, links), new PagePictures(web), frontier, clock, log);
    }

    public ListShowing Lists(PoliteClient web, LinkFilter links) => new(web, links, browser);

    /// <param name="provenNames">Names of links that have led to reports; null knows of none.</param>
    public LinkFilter Links(SourceScope scope, IReadOnlySet<string>? provenNames = null) => new(scope, new NeighbourHosts(addresses), addresses, provenNames);
}
