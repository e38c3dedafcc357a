using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>The rules that crawls, dry runs and fetches on request have in common, made for the sources in question.</summary>
public sealed class CrawlRules(RetryPolicy retries, AddressPolicy addresses, CrawlOptions options)
{
    /// <summary>Hosts visited at the same time.</summary>
    public int Hosts => options.Hosts;

    public ResponseInterpreter Interpreter(SourceScope scope) => new(retries, new RedirectPolicy(scope, new NeighbourHosts(addresses), addresses));

    public LinkFilter Links(SourceScope scope) => new(scope, new NeighbourHosts(addresses), addresses);
}
