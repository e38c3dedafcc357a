namespace Pipeline.Crawler.Frontier;

/// <summary>All that crawls remember: runs, addresses, and which process visits which host.</summary>
public sealed class CrawlFrontier(FrontierDatabase database, CrawlRunQuery runs, UrlFrontier urls, HostLeases leases)
{
    public CrawlRunQuery Runs => runs;

    public UrlFrontier Urls => urls;

    public HostLeases Leases => leases;

    /// <summary>Applies the room's migrations, once for this process.</summary>
    public Task Prepare(CancellationToken cancellation) => database.Prepare(cancellation);
}
