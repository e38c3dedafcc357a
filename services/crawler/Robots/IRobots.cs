namespace Pipeline.Crawler.Robots;

/// <summary>What robots.txt says of an address, per RFC 9309. Asks the host for its robots.txt when that is not known or has grown old.</summary>
public interface IRobots
{
    /// <summary>
    /// Never throws for what a server does; a robots.txt that fails is asked for again some times before it counts as unreachable, which takes up to a
    /// minute. The robots.txt itself is fetched at the pace of its host: do not hold a turn on that host while asking.
    /// </summary>
    ValueTask<RobotsVerdict> Judge(Uri url, CancellationToken cancellation);

    /// <summary>Sitemap addresses that the robots.txt of that address's host names, made absolute; those that are no addresses are left out.</summary>
    ValueTask<IReadOnlyList<Uri>> Sitemaps(Uri url, CancellationToken cancellation);

    /// <summary>Crawl-delay that the robots.txt of that address's host states for us; null for none.</summary>
    ValueTask<TimeSpan?> CrawlDelay(Uri url, CancellationToken cancellation);

    /// <summary>Nobody was met at the address: its host is asked for its robots.txt anew before anything else, so that a site that is down is found to be so once.</summary>
    void Doubt(Uri url);

    /// <summary>A new crawl begins: a host that could not be asked before is asked again, however long it was to be left alone.</summary>
    void Forgive(Uri url);
}
