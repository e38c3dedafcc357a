namespace Pipeline.Crawler.Crawling;

/// <summary>Crawls sites for reports: the room's entrance.</summary>
public sealed class SiteCrawler
{
    /// <summary>One crawl to completion. Killed at any instant it loses nothing; the next call with the same sources goes on where it stopped.</summary>
    public Task<CrawlReport> Run(CrawlPlan plan, IProgress<CrawlProgress>? progress, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Fetches one page and tells what a crawl would follow and why. Changes nothing.</summary>
    public Task<DryRun> TryOut(Uri url, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Looks at the start addresses of every source of the plan. Changes nothing.</summary>
    public Task<IReadOnlyList<SourceCheck>> Check(CrawlPlan plan, CancellationToken cancellation) => throw new NotImplementedException();
}
