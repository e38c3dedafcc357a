using Pipeline.Crawler.Crawling;
using Pipeline.Host.Display;
using Pipeline.Store.Alarms;
using Pipeline.Store.Findings;
using Pipeline.Store.Sweeping;

namespace Pipeline.Host.Crawling;

/// <summary>One crawl until everything that it fetched is settled: a record, a counted non-report, or a failure; then the records are compared with one another, and the sources looked at.</summary>
internal sealed class CrawlRunner(SiteCrawler crawler, PendingFetches pending, Comparison comparison, SourceAlarms alarms, Notices notices, TimeProvider clock)
{
    // The results arrive many a second; a person sees no difference below this.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether <see cref="Run"/> would go on with a crawl that stopped before its end, or is still at work in another process.</summary>
    public Task<bool> IsUnfinished(CrawlPlan plan, CancellationToken cancellation) => crawler.IsUnfinished(plan, cancellation);

    public Task<CrawlReport> Run(CrawlPlan plan, ICrawlDisplay display, CancellationToken cancellation) => display.Show(async () =>
    {
        var report = await crawler.Run(plan, display, cancellation);
        long waiting;
        while ((waiting = await pending.Count(cancellation)) > 0)
        {
            display.Reading(waiting);
            await Task.Delay(Look, clock, cancellation);
        }

        await comparison.Run(always: false, cancellation);
        await alarms.Look(cancellation);
        await notices.Deliver(cancellation);
        return report;
    });
}
