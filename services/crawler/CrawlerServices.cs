using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Politeness;
using Pipeline.Crawler.Refetching;
using Pipeline.Crawler.Robots;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler;

/// <summary>
/// Registers the crawler. Needs beside it: <c>PipelineDatabase</c>, <c>ISnapshotStore</c>, <c>IDocumentLedger</c> and MassTransit's <c>IBus</c>
/// (or another <see cref="IDocumentPublisher"/>).
/// </summary>
public static class CrawlerServices
{
    /// <exception cref="ArgumentException">An allowed private address is not of the form HOST:PORT.</exception>
    public static IServiceCollection AddCrawler(this IServiceCollection services, CrawlOptions options)
    {
        services.AddLogging();
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IDocumentPublisher, BusDocumentPublisher>();
        services.TryAddSingleton<IPageBrowser, NoBrowser>();
        AddFetching(services, options);
        services.AddSingleton<FrontierDatabase>();
        services.AddSingleton<CrawlRunQuery>();
        services.AddSingleton<UrlFrontier>();
        services.AddSingleton<HostLeases>();
        services.AddSingleton<CrawlFrontier>();
        services.AddSingleton<DocumentDelivery>();
        services.AddSingleton<PoliteClient>();
        services.AddSingleton<PagePictures>();
        services.AddSingleton<CrawlRules>();
        services.AddSingleton<HostSchedulerFactory>();
        services.AddSingleton<DryRunner>();
        services.AddSingleton<SourceDiscovery>();
        services.AddSingleton<SourceStandings>();
        services.AddSingleton<ISourceKnowledge>(provider => provider.GetRequiredService<SourceStandings>());
        services.AddSingleton<ICrawlLog, CrawlLog>();
        services.AddSingleton<SiteCrawler>();
        services.AddSingleton<ContentFetcher>();
        services.AddSingleton<PageRefetch>();
        return services;
    }

    private static void AddFetching(IServiceCollection services, CrawlOptions options)
    {
        var pace = new PaceOptions { LeastGap = options.Delay, Connections = options.ConnectionsPerHost };
        services.AddSingleton(new FetchOptions { UserAgent = options.UserAgent });
        services.AddSingleton(options.UserAgent);
        services.AddSingleton(new AddressPolicy(new AddressPolicyOptions { Allowed = [.. options.AllowPrivate.Select(Endpoint)] }));
        services.AddSingleton(new RetryPolicy(options.Retries));
        services.AddSingleton(new RobotsOptions());
        services.AddSingleton<IHostPaceStore, SqlHostPaces>();
        services.AddSingleton<SourceCatalog>();
        services.AddSingleton(provider => new SourcePaces(pace, provider.GetRequiredService<SourceCatalog>()));
        services.AddSingleton(provider => new HostGate(
            provider.GetRequiredService<IHostPaceStore>(), provider.GetRequiredService<SourcePaces>().Of, provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<HostGate>>()));
        services.AddSingleton(provider => new SharedAddresses(Dns.GetHostAddressesAsync, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new AddressGate(
            provider.GetRequiredService<IHostPaceStore>(), provider.GetRequiredService<SharedAddresses>(), provider.GetRequiredService<SourcePaces>().Of, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<HttpFetcher>();
        services.AddSingleton<IFetcher>(provider => new PacedFetcher(
            provider.GetRequiredService<HttpFetcher>(), provider.GetRequiredService<HostGate>(), provider.GetRequiredService<AddressGate>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PacedFetcher>>()));
        services.AddSingleton<IRobots, RobotsCache>();
    }

    private static AllowedEndpoint Endpoint(string text) =>
        AllowedEndpoint.TryParse(text, out var endpoint) ? endpoint : throw new ArgumentException($"'{text}' is no address to allow: write HOST:PORT, such as 127.0.0.1:8080.", nameof(text));
}
