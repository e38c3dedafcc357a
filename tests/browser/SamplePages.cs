using Dapper;
using Microsoft.Playwright;
using Pipeline.Browsing;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Sources;
using Pipeline.Database;
using Pipeline.Extractor.Consumers;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Crawling;
using Pipeline.Host.Display;
using Pipeline.Host.SampleSite;
using Pipeline.Host.Settings;
using Pipeline.Store.Documents;
using Pipeline.Store.Records;

namespace Pipeline.Browser.Tests;

/// <summary>The sample site, crawled through the real pipeline; its pages; and a real browser to look at them.</summary>
public sealed class SamplePages : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-browser-");
    private SampleSiteServer? _site;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private readonly List<IBrowserContext> _opened = [];
    private string? _test;

    public RunningHost Host { get; private set; } = null!;

    public Uri Site { get; private set; } = null!;

    /// <summary>Where the pages are.</summary>
    public Uri Pages { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await SampleSiteServer.Start(SampleSiteServer.BundledFolder, port: 0, CancellationToken.None);
        Site = _site.Address;
        var settings = new PipelineSettings { Crawl = new CrawlOptions { Delay = TimeSpan.Zero, Retries = new() { FirstPause = TimeSpan.FromSeconds(0.2) }, AllowPrivate = [Site.Authority] } };
        settings.Web.Listen = "127.0.0.1:0";
        Host = await PipelineHost.Start(settings, DataFolder.Create(_folder.FullName), WorkerRole.All | WorkerRole.Web, CancellationToken.None);
        Pages = new Uri(Assert.Single(Host.Addresses));
        await Crawl();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserInstallation.Find().Executable,
            // The first for root; the others because a closed network makes Chromium's own calls fail by the hundred.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page of a person of their own: no cookies of others. It is closed when the next test opens one.</summary>
    public async Task<IPage> Open(string address, BrowserNewContextOptions? options = null)
    {
        // Pages that show how the pipeline stands ask again every few seconds, and a window of Chromium has processes of its own.
        if (_test != TestContext.Current.Test?.UniqueID)
            await CloseAll();
        _test = TestContext.Current.Test?.UniqueID;
        options ??= new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } };
        options.BaseURL = Pages.ToString();
        options.Locale ??= "en-GB";
        var context = await _browser.NewContextAsync(options);
        _opened.Add(context);
        // A busy machine is no fault of the pages, nor are counts that are kept for some seconds.
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>From now on the site answers what it has failed to answer, with another report.</summary>
    public async Task Repair()
    {
        await TakeDown();
        var repaired = Directory.CreateDirectory(Path.Combine(_folder.FullName, $"repaired-{Guid.NewGuid():N}")).FullName;
        Copy(SampleSiteServer.BundledFolder, repaired);
        await File.WriteAllTextAsync(Path.Combine(repaired, "responses.json"), "{}");
        File.Copy(Path.Combine(repaired, "pages", "zwgk", "zfxxgknb", "202502", "t20250218_1101.html"), Path.Combine(repaired, "pages", "zwgk", "zfxxgknb", "202301", "t20230130_1117.html"), overwrite: true);
        _site = await SampleSiteServer.Start(repaired, Site.Port, CancellationToken.None);
    }

    /// <summary>From now on nothing answers at the site's address.</summary>
    public async Task TakeDown()
    {
        if (_site is { } site)
            await site.DisposeAsync();
        _site = null;
    }

    /// <summary>Reads a file as if the site had published it.</summary>
    /// <returns>The record that it gave.</returns>
    public async Task<StoredRecord> Add(byte[] bytes, string name)
    {
        var url = new Uri(Site, $"/added/{name}");
        var document = new DocumentReference
        {
            Url = url.ToString(), Source = "sample site", RunId = Guid.NewGuid(), FetchId = Guid.NewGuid(), Snapshot = await Host.Get<ISnapshotStore>().Write(bytes, default),
            Facts = new FetchFacts { RequestedUrl = url, FinalUrl = url, FetchedAt = DateTimeOffset.UnixEpoch, Status = 200 },
        };
        await Host.Get<IDocumentLedger>().Record(
            new FetchRecord { FetchId = document.FetchId, RunId = document.RunId, Source = document.Source, Url = document.Url, Facts = document.Facts, Outcome = FetchOutcome.Fetched, Snapshot = document.Snapshot }, default);
        await Host.Get<Settlement>().Settle(document, await Host.Get<SnapshotReading>().Read(document, default), default);
        return Assert.Single(await Host.Get<RecordQuery>().Find(new RecordFilter { Url = document.Url, Everything = true }, 2, default));
    }

    /// <summary>Makes a record one that a reviewer must look at: ten of its readings are said to be doubtful.</summary>
    /// <param name="confidence">Of the record: the least sure one is the first of the queue.</param>
    /// <returns>Its id.</returns>
    public async Task<long> MakeDoubtful(string reader, double confidence)
    {
        var record = (await Host.Get<RecordQuery>().Find(new RecordFilter(), 100, default)).First(record => record.Current.Report.Violations.Count == 0 && record.Current.Reading.Reader.StartsWith(reader, StringComparison.Ordinal));
        var version = record.Current;
        var shaken = version.Report.Cells.Where(cell => cell.Value > 0).Take(10).Select(cell => cell.Cell).ToHashSet();
        var report = version.Report with
        {
            Status = ReviewStatus.Review,
            Confidence = confidence,
            Cells = [.. version.Report.Cells.Select(cell => shaken.Contains(cell.Cell) ? cell with { Confidence = 0.62 } : cell)],
        };
        var document = await Host.Get<DocumentLookup>().Latest(version.SourceUrl, default);
        await Host.Get<Settlement>().Settle(
            document!, new ExtractionResult { Outcome = ExtractionOutcome.Reports, Reports = [report], Reading = version.Reading with { ExtractorVersion = "doubtful" } }, default);
        return version.RecordId;
    }

    /// <summary>Leaves a record as an older extractor might have read it: one number is another.</summary>
    /// <returns>Address of its document.</returns>
    public async Task<string> Misread(string reader)
    {
        var record = (await Host.Get<RecordQuery>().Find(new RecordFilter(), 100, default)).First(record => record.Versions == 1 && record.Current.Reading.Reader.StartsWith(reader, StringComparison.Ordinal));
        await using var connection = await Host.Get<PipelineDatabase>().Open(default);
        await connection.ExecuteAsync(
            """
            UPDATE extractions SET extractor = '0' WHERE id IN (SELECT extraction_id FROM record_versions WHERE record_id = @id);
            UPDATE record_versions SET cell_values = json_set(cell_values, '$[16]', 98765), report_hash = x'00' WHERE record_id = @id;
            """,
            new { id = record.Current.RecordId });
        return record.Current.SourceUrl;
    }

    public async Task Crawl()
    {
        var plan = new CrawlPlan { Sources = [SourceReader.Seed(Site) with { Name = "sample site", Official = true }], Trigger = "nightly" };
        var silent = new Terminal(Stream.Null, TextWriter.Null, outputIsTerminal: false, interactive: false);
        await Host.Get<CrawlRunner>().Run(plan, CrawlDisplays.For(silent), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Host.DisposeAsync();
        await TakeDown();
        _folder.Delete(recursive: true);
    }

    private async Task CloseAll()
    {
        foreach (var context in _opened)
            await context.DisposeAsync();
        _opened.Clear();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
