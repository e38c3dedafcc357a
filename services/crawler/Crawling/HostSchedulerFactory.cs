using Microsoft.Extensions.Logging;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>Puts together what one crawl needs: its scheduler, worker and visits.</summary>
public sealed class HostSchedulerFactory(CrawlFrontier frontier, PoliteClient web, CrawlRules rules, DocumentDelivery delivery, TimeProvider clock, ILoggerFactory loggers)
{
    /// <summary>Why lists that need a browser are left unread; null where one is at hand.</summary>
    public string? BrowserMissing => rules.BrowserMissing;

    internal HostScheduler Create(ActiveCrawl crawl)
    {
        var recorder = new VisitRecorder(crawl.Run, frontier.Urls, delivery, clock);
        var pages = new PageCrawl(web, rules.Interpreter(crawl.Scope), rules.Reader(crawl.Scope, web, frontier.Urls, crawl.ProvenNames, clock, loggers.CreateLogger<PageReader>()), recorder, clock, loggers.CreateLogger<PageCrawl>());
        var worker = new HostWorker(crawl, frontier, web, pages, clock, loggers.CreateLogger<HostWorker>());
        return new(crawl, frontier, web, worker, rules.Hosts, clock);
    }
}
