using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Sources;
using Pipeline.Database;

namespace Pipeline.Simulator.Tests.Throughput;

/// <summary>Pages that the crawler reads per second of processor time, start-up included, its frontier on disk. <c>scripts/crawl-throughput</c> runs it beside Scrapy.</summary>
public sealed class CrawlThroughput(ITestOutputHelper output)
{
    private const int ConnectionsPerHost = 4;

    [Fact(Explicit = true)]
    public async Task Pages_per_second_of_processor_time()
    {
        var portals = ReadPortals(Environment.GetEnvironmentVariable("PIPELINE_BENCHMARK_PORTALS") ?? throw new InvalidOperationException("Start it by scripts/crawl-throughput."));
        var folder = Directory.CreateTempSubdirectory("pipeline-throughput-");
        var report = await Crawl(portals, Path.Combine(folder.FullName, "frontier.db"));
        folder.Delete(recursive: true);

        using var process = Process.GetCurrentProcess();
        var seconds = process.TotalProcessorTime.TotalSeconds;
        var pages = report.Sources.Sum(source => source.Found);
        Assert.True(pages > 0);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Crawler: {pages} pages, {report.Requests} requests, {seconds:0.00} s of processor, {pages / seconds:0} pages per second of processor"));
    }

    private static async Task<CrawlReport> Crawl(IReadOnlyList<Uri> portals, string file)
    {
        var services = new ServiceCollection();
        services.AddSingleton(PipelineDatabase.Sqlite(file));
        services.AddSingleton<ISnapshotStore, UnkeptSnapshots>();
        services.AddSingleton<IDocumentLedger, UnkeptLedger>();
        services.AddSingleton<IDocumentPublisher, DiscardingPublisher>();
        services.AddCrawler(new CrawlOptions
        {
            Delay = TimeSpan.Zero, ConnectionsPerHost = ConnectionsPerHost, AllowPrivate = [.. portals.Select(portal => portal.Authority)],
        });
        await using var provider = services.BuildServiceProvider();
        var plan = new CrawlPlan { Sources = [.. portals.Select(SourceReader.Seed)] };
        return await provider.GetRequiredService<SiteCrawler>().Run(plan, progress: null, CancellationToken.None);
    }

    private static List<Uri> ReadPortals(string file)
    {
        using var portals = JsonDocument.Parse(File.ReadAllText(file));
        return [.. portals.RootElement.EnumerateArray().Select(portal => new Uri(portal.GetProperty("url").GetString()!))];
    }
}
