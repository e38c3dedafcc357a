using Microsoft.Extensions.Logging;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>Puts together what one crawl needs: its scheduler, worker and visits.</summary>
public sealed class HostSchedulerFactory(CrawlFrontier frontier, PoliteClient web, CrawlRules rules, DocumentDelivery delivery, TimeProvider clock, ILoggerFactory loggers)
{
    internal HostScheduler Create(ActiveCrawl crawl)
    {
        var recorder = new VisitRecorder(crawl.Run, frontier.Urls, delivery, clock);
        var pages = new PageCrawl(web, rules.Interpreter(crawl.Scope), rules.Links(crawl.Scope), recorder, clock, loggers.CreateLogger<PageCrawl>());
        var worker = new HostWorker(crawl, frontier, web, pages, clock, loggers.CreateLogger<HostWorker>());
        return new(crawl, frontier, web, worker, rules.Hosts, clock);
    }
}
