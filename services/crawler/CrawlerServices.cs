using Microsoft.Extensions.DependencyInjection;
using Pipeline.Crawler.Crawling;

namespace Pipeline.Crawler;

/// <summary>Registers the crawler. Needs beside it: <c>PipelineDatabase</c>, <c>ISnapshotStore</c>, <c>IDocumentLedger</c>, <c>TimeProvider</c> and MassTransit's <c>IBus</c>.</summary>
public static class CrawlerServices
{
    public static IServiceCollection AddCrawler(this IServiceCollection services, CrawlOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<SiteCrawler>();
        return services;
    }
}
