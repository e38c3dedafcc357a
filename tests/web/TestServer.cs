using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Database;
using Pipeline.Releases;
using Pipeline.Store;
using Pipeline.Store.Records;
using Pipeline.Web.Settings;

namespace Pipeline.Web.Tests;

/// <summary>The pages and the API on a port of this machine, over an empty SQLite store, with short words for what tests do to it.</summary>
public sealed class TestServer : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private TestServer(WebApplication app, DirectoryInfo folder)
    {
        _app = app;
        _folder = folder;
        Client = NewClient();
    }

    public HttpClient Client { get; }

    public Uri Address => new(_app.Urls.Single());

    /// <param name="stored">The database of another server, to look at only.</param>
    public static async Task<TestServer> Run(Action<WebSettings>? change = null, string? stored = null)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-web-tests");
        var settings = new WebSettings { Listen = "127.0.0.1:0" };
        change?.Invoke(settings);
        var database = stored is null ? PipelineDatabase.Sqlite(Path.Combine(folder.FullName, "pipeline.db")) : PipelineDatabase.SqliteToRead(stored);
        await StoreSchema.Migrate(database, default);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(database);
        builder.Services.AddStore(new StoreOptions { SnapshotFolder = Path.Combine(folder.FullName, "snapshots") });
        builder.Services.AddReleases(Path.Combine(folder.FullName, "releases"));
        builder.Services.AddSingleton<IReextractionService, InstantDesk>();
        builder.Services.AddSingleton<IRegionNames, FewRegions>();
        builder.Services.AddSingleton<ISourcesFile, PlainSources>().AddSingleton<ISourceKnowledge, PlainSources>().AddSingleton<ICrawlLog, PlainLog>();
        var views = new PlainViews();
        builder.Services.AddSingleton(views).AddSingleton<ISnapshotViews>(views).AddSingleton<IFormChecks>(views).AddSingleton<IReadingReasons>(views).AddSingleton<IFailureReplay>(views).AddSingleton<IQueueFigures>(views);
        builder.AddPipelineWeb(settings, Path.Combine(folder.FullName, "keys"));
        var app = builder.Build();
        app.MapPipelineWeb();
        await app.StartAsync();
        return new TestServer(app, folder);
    }

    /// <summary>File of the database.</summary>
    public string Database => Path.Combine(_folder.FullName, "pipeline.db");

    /// <summary>Folder of the snapshots.</summary>
    public string Snapshots => Path.Combine(_folder.FullName, "snapshots");

    internal PlainViews Views => Get<PlainViews>();

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A client without cookies that follows no redirect.</summary>
    public HttpClient NewClient() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>The permanent address of a record's page.</summary>
    public async Task<string> PageOf(long record, string? cell = null) => RecordAddress.Of((await Get<RecordQuery>().Key(record, default))!, cell is null ? null : new CellId(cell));

    /// <summary>Stores what a document of this address says, as if it had been crawled.</summary>
    /// <returns>The document as a message refers to it.</returns>
    public async Task<DocumentReference> Store(string url, AnnualReport report, string extractor = "1.0", string content = "first", Guid? request = null)
    {
        var bytes = Encoding.UTF8.GetBytes($"{url} {content}");
        var document = new DocumentReference
        {
            Url = url,
            Source = "test",
            RunId = new Guid(1, 0, 0, new byte[8]),
            FetchId = new Guid(SnapshotHash.Of(bytes).ToString()[..32]),
            Snapshot = await Get<ISnapshotStore>().Write(bytes, default),
            Facts = new FetchFacts { RequestedUrl = new Uri(url), FinalUrl = new Uri(url), FetchedAt = Start, Status = 200, Headers = [new("Content-Type", "text/html")] },
        };
        await Get<IDocumentLedger>().Record(
            new FetchRecord { FetchId = document.FetchId, RunId = document.RunId, Source = "test", Url = url, Facts = document.Facts, Outcome = FetchOutcome.Fetched, Snapshot = document.Snapshot }, default);
        await Get<Settlement>().Settle(document, new ExtractionResult
        {
            Outcome = ExtractionOutcome.Reports,
            Reports = [report],
            Reading = new ReadingFacts(extractor, "html/AngleSharp 1.10.3", "text/html", "content", "utf-8", "utf8-valid"),
        }, request, default);
        return document;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        var database = Get<PipelineDatabase>();
        await _app.DisposeAsync();
        await database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
