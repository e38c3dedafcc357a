using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Sources;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Crawling;
using Pipeline.Host.Display;
using Pipeline.Host.SampleSite;
using Pipeline.Host.Settings;
using Pipeline.Store.Documents;
using Pipeline.Store.Failures;
using Pipeline.Store.Records;

[assembly: AssemblyFixture(typeof(Pipeline.EndToEnd.Tests.SampleCrawl))]

namespace Pipeline.EndToEnd.Tests;

/// <summary>The sample site crawled twice through the real pipeline: bus, SQLite, snapshots in a folder. Done once for all tests.</summary>
public sealed class SampleCrawl : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-e2e-");
    private SampleSiteServer _site = null!;
    private RunningHost _host = null!;

    public Uri Site => _site.Address;

    public CrawlReport First { get; private set; } = null!;

    public CrawlReport Second { get; private set; } = null!;

    public IReadOnlyList<SampleRequest> FirstRequests { get; private set; } = [];

    public IReadOnlyList<SampleRequest> SecondRequests { get; private set; } = [];

    /// <summary>Records after the first crawl.</summary>
    public IReadOnlyList<StoredRecord> Records { get; private set; } = [];

    /// <summary>Records after the second crawl.</summary>
    public IReadOnlyList<StoredRecord> RecordsAfterSecond { get; private set; } = [];

    public IReadOnlyList<Failure> Failures { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _site = await SampleSiteServer.Start(SampleSiteServer.BundledFolder, port: 0, CancellationToken.None);
        var settings = new PipelineSettings { Crawl = new CrawlOptions { Delay = TimeSpan.Zero, Retries = new() { FirstPause = TimeSpan.FromSeconds(0.2) }, AllowPrivate = [Site.Authority] } };
        _host = await PipelineHost.Start(settings, DataFolder.Create(_folder.FullName), WorkerRole.All, CancellationToken.None);
        First = await Crawl();
        FirstRequests = [.. _site.Requests];
        Records = await AllRecords();
        Failures = await _host.Get<FailureQuery>().List(new FailureFilter(), 100, CancellationToken.None);
        Second = await Crawl();
        SecondRequests = [.. _site.Requests.Skip(FirstRequests.Count)];
        RecordsAfterSecond = await AllRecords();
    }

    public async Task<byte[]> Snapshot(StoredRecord record) => (await _host.Get<ISnapshotStore>().Read(record.Current.Snapshot, CancellationToken.None))!;

    public Task<DocumentState?> State(string path) => _host.Get<DocumentLookup>().State(new Uri(Site, path).AbsoluteUri, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<CrawlReport> Crawl()
    {
        var plan = new CrawlPlan { Sources = [SourceReader.Seed(Site) with { Name = "sample site", Official = true }] };
        var silent = new Terminal(Stream.Null, TextWriter.Null, outputIsTerminal: false, interactive: false);
        return _host.Get<CrawlRunner>().Run(plan, CrawlDisplays.For(silent), CancellationToken.None);
    }

    private Task<IReadOnlyList<StoredRecord>> AllRecords() => _host.Get<RecordQuery>().Find(new RecordFilter { Everything = true }, int.MaxValue, CancellationToken.None);
}
