using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Refetching;
using Pipeline.Crawler.Robots;
using Pipeline.Crawler.Sources;
using Pipeline.Database;

namespace Pipeline.Crawler.Tests.Crawling;

/// <summary>A crawler over a scripted site and a database file of its own, with the account that it gives of itself.</summary>
internal sealed class CrawlBench : ISnapshotStore, IDocumentLedger, IDocumentPublisher, IRobots, IDisposable
{
    private int _openings;
    private readonly string _folder = Directory.CreateTempSubdirectory("crawl-").FullName;

    public ScriptedSite Site { get; } = new();

    public ConcurrentQueue<FetchRecord> Ledger { get; } = new();

    /// <summary>What happened to documents, in order: snapshot, ledger, announced.</summary>
    public ConcurrentQueue<string> Steps { get; } = new();

    public ConcurrentDictionary<SnapshotHash, byte[]> Stored { get; } = [];

    public ConcurrentQueue<CrawlRun> Runs { get; } = new();

    /// <summary>Called whenever a process begins to crawl, with how many have.</summary>
    public Action<int>? OnRun { get; set; }

    /// <summary>Crawls that were told to have ended, each as often as it was told.</summary>
    public ConcurrentQueue<Guid> Ends { get; } = new();

    /// <summary>Called before the end of a crawl is noted; what it throws stands for the death of the process.</summary>
    public Action? OnEnd { get; set; }

    /// <summary>Addresses that answered without a document.</summary>
    public ConcurrentQueue<string> AnsweredAgain { get; } = new();

    /// <summary>What the last crawl told of its sources.</summary>
    public IReadOnlyCollection<SourceResult> Told { get; private set; } = [];

    /// <summary>Whether robots.txt cannot be reached.</summary>
    public bool IsRobotsUnreachable { get; set; }

    /// <summary>The browser at hand; null for none.</summary>
    public IPageBrowser? Browser { get; set; }

    public Func<Uri, bool> Allows { get; set; } = _ => true;

    /// <summary>How failed requests are made again.</summary>
    public RetryOptions Retries { get; set; } = new();

    public Source Source { get; set; } = SourceReader.Seed(new Uri("http://www.x.gov.cn/"));

    /// <summary>One crawl, in a process of its own as far as the crawler can tell.</summary>
    public async Task<CrawlReport> Crawl(CancellationToken cancellation = default) => await Crawl(explores: false, cancellation);

    public async Task<CrawlReport> Crawl(bool explores, CancellationToken cancellation = default)
    {
        await using var provider = Process(TimeProvider.System);
        return await provider.GetRequiredService<SiteCrawler>().Run(new CrawlPlan { Sources = [Source], Explores = explores }, null, cancellation);
    }

    private ServiceProvider Process(TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton(PipelineDatabase.Sqlite(Path.Combine(_folder, "crawl.db")));
        services.AddSingleton<ISnapshotStore>(this).AddSingleton<IDocumentLedger>(this).AddSingleton<IDocumentPublisher>(this);
        if (Browser is { } browser)
            services.AddSingleton(browser);
        services.AddCrawler(new CrawlOptions { Delay = TimeSpan.Zero, Retries = Retries });
        services.AddSingleton<IFetcher>(Site).AddSingleton<IRobots>(this);
        return services.BuildServiceProvider();
    }

    /// <summary>One address anew, in a process of its own that no crawl told of its sources.</summary>
    public async Task<DocumentReference> Refetch(string url)
    {
        await using var provider = Process(new SkippingClock());
        return await provider.GetRequiredService<PageRefetch>().Fetch(Guid.NewGuid(), partOf: null, new Uri(url), CancellationToken.None);
    }

    /// <summary>What a crawl would do with one address.</summary>
    public async Task<DryRun> TryOut(string url)
    {
        await using var provider = Process(TimeProvider.System);
        return await provider.GetRequiredService<SiteCrawler>().TryOut(new Uri(url), CancellationToken.None);
    }

    /// <summary>Sources that a portal suggests.</summary>
    public async Task<ProposedSources> Discover(string portal)
    {
        await using var provider = Process(TimeProvider.System);
        return await provider.GetRequiredService<SourceDiscovery>().Find(new Uri(portal), CancellationToken.None);
    }

    /// <summary>What crawls have learned of the source.</summary>
    public async Task<SourceStanding> Standing()
    {
        await using var provider = Process(TimeProvider.System);
        return await provider.GetRequiredService<SourceStandings>().Of(Source.Name, CancellationToken.None);
    }

    /// <summary>What the last crawl did, address by address.</summary>
    public async Task<IReadOnlyList<CrawlLine>> Log()
    {
        await using var provider = Process(TimeProvider.System);
        return await provider.GetRequiredService<ICrawlLog>().Last(Runs.Count, Source.Name, 100, CancellationToken.None);
    }

    public IEnumerable<string> Recorded(FetchOutcome outcome) => Ledger.Where(fetch => fetch.Outcome == outcome).Select(fetch => new Uri(fetch.Url).PathAndQuery).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    Task<SnapshotHash> ISnapshotStore.Write(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var hash = SnapshotHash.Of(body.Span);
        Stored[hash] = body.ToArray();
        Steps.Enqueue($"snapshot {hash}");
        return Task.FromResult(hash);
    }

    Task<byte[]?> ISnapshotStore.Read(SnapshotHash snapshot, CancellationToken cancellation) => Task.FromResult<byte[]?>(null);

    Task<OpenRun> IDocumentLedger.RunOpened(string plan, string trigger, DateTimeOffset now, CancellationToken cancellation)
    {
        lock (Runs)
        {
            if (Runs.LastOrDefault() is not { } last || Ends.Contains(last.RunId))
                Runs.Enqueue(new CrawlRun(Guid.NewGuid(), now, trigger));
            OnRun?.Invoke(++_openings);
            return Task.FromResult(new OpenRun(Runs.Count, Runs.Last().RunId, Runs.Last().StartedAt));
        }
    }

    Task<bool> IDocumentLedger.IsRunOpen(string plan, DateTimeOffset now, CancellationToken cancellation) => Task.FromResult(Runs.LastOrDefault() is { } last && !Ends.Contains(last.RunId));

    Task IDocumentLedger.RunStarted(CrawlRun run, CancellationToken cancellation) => Task.CompletedTask;

    Task IDocumentLedger.RunEnded(Guid runId, DateTimeOffset endedAt, CancellationToken cancellation)
    {
        OnEnd?.Invoke();
        Ends.Enqueue(runId);
        return Task.CompletedTask;
    }

    Task IDocumentLedger.Record(FetchRecord fetch, CancellationToken cancellation)
    {
        Ledger.Enqueue(fetch);
        if (fetch.Outcome == FetchOutcome.Fetched)
            Steps.Enqueue($"ledger {fetch.Snapshot}");
        return Task.CompletedTask;
    }

    Task IDocumentLedger.Answered(string url, DateTimeOffset at, CancellationToken cancellation)
    {
        AnsweredAgain.Enqueue(url);
        return Task.CompletedTask;
    }

    Task IDocumentLedger.SourcesTold(Guid runId, IReadOnlyCollection<SourceResult> sources, CancellationToken cancellation)
    {
        Told = sources;
        return Task.CompletedTask;
    }

    Task<bool> IDocumentLedger.IsListed(string url, CancellationToken cancellation) => Task.FromResult(Ledger.LastOrDefault(fetch => fetch.Url == url)?.ListedHost ?? false);

    Task<IReadOnlyList<DocumentReference>> IDocumentLedger.Pending(DateTimeOffset before, int limit, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<DocumentReference>>([]);

    Task IDocumentPublisher.Publish(DocumentFetched document, CancellationToken cancellation)
    {
        Steps.Enqueue($"announced {document.Document.Snapshot}");
        return Task.CompletedTask;
    }

    ValueTask<RobotsVerdict> IRobots.Judge(Uri url, CancellationToken cancellation) => ValueTask.FromResult(IsRobotsUnreachable
        ? new RobotsVerdict(false, "robots.txt: connection refused", DateTimeOffset.MaxValue)
        : new RobotsVerdict(Allows(url), "Disallow: /bmnb/ (line 3)"));

    ValueTask<IReadOnlyList<Uri>> IRobots.Sitemaps(Uri url, CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<Uri>>([]);

    ValueTask<TimeSpan?> IRobots.CrawlDelay(Uri url, CancellationToken cancellation) => ValueTask.FromResult<TimeSpan?>(null);

    void IRobots.Doubt(Uri url)
    {
    }

    void IRobots.Forgive(Uri url)
    {
    }
}
