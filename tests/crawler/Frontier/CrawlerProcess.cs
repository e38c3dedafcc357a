using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Politeness;
using Pipeline.Crawler.Robots;
using Pipeline.Crawler.Sources;
using Pipeline.Crawler.Tests.Crawling;
using Pipeline.Database;

namespace Pipeline.Crawler.Tests.Frontier;

/// <summary>A crawler with connections, caches and gate of its own, as another process has them, over a database that others share.</summary>
internal static class CrawlerProcess
{
    /// <param name="bench">Snapshots, ledger, outlet and robots.txt.</param>
    /// <param name="web">What answers, behind the process's own gate.</param>
    public static async Task<CrawlReport> Crawl(PipelineDatabase database, CrawlBench bench, IFetcher web, IReadOnlyList<Source> sources, TimeSpan delay)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ => database);
        services.AddSingleton<ISnapshotStore>(bench).AddSingleton<IDocumentLedger>(bench).AddSingleton<IDocumentPublisher>(bench);
        services.AddCrawler(new CrawlOptions { Delay = delay });
        services.AddSingleton<IRobots>(bench);
        services.AddSingleton(new SharedAddresses((_, _) => Task.FromResult<System.Net.IPAddress[]>([]), TimeProvider.System));
        services.AddSingleton<IFetcher>(provider => new PacedFetcher(web, provider.GetRequiredService<HostGate>(), provider.GetRequiredService<AddressGate>(), TimeProvider.System, NullLogger<PacedFetcher>.Instance));
        var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<SiteCrawler>().Run(new CrawlPlan { Sources = sources }, null, CancellationToken.None);
    }
}
