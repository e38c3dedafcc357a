using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Database;
using Pipeline.Store.Export;
using Pipeline.Store.Ledger;
using Pipeline.Store.Records;
using Pipeline.Store.Sweeping;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests;

/// <summary>A store on an empty database of one engine, with short words for what tests do to it.</summary>
public abstract class StoreTest<TEngine> : IAsyncLifetime
    where TEngine : IEngine, new()
{
    protected static readonly DateTimeOffset Start = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TEngine _engine = new();

    protected PipelineDatabase Database { get; private set; } = null!;

    protected SqlDocumentLedger Ledger { get; private set; } = null!;

    protected Settlement Settlement { get; private set; } = null!;

    protected RecordQuery Records { get; private set; } = null!;

    protected StoppedClock Clock { get; } = new(Start);

    protected SweepOptions Sweep { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Database = await _engine.Create();
        await StoreSchema.Migrate(Database, default);
        Ledger = new SqlDocumentLedger(Database, Sweep);
        Settlement = new Settlement(Database, Clock, NullLogger<Settlement>.Instance);
        Records = new RecordQuery(Database);
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
            await Database.DisposeAsync();
        await _engine.DisposeAsync();
        End();
        GC.SuppressFinalize(this);
    }

    /// <summary>Throws away what a test of its own made.</summary>
    protected virtual void End()
    {
    }

    /// <summary>A fetched document; the day counts nights, and each night is a run of its own.</summary>
    internal static DocumentReference Document(string url, string content = "first", int day = 0, string? referrer = null) => new()
    {
        Url = url,
        Source = "test",
        RunId = Run(day),
        FetchId = new Guid(SnapshotHash.Of(Encoding.UTF8.GetBytes($"{url} {content} {day}")).ToString()[..32]),
        Snapshot = SnapshotHash.Of(Encoding.UTF8.GetBytes(content)),
        Facts = new FetchFacts
        {
            RequestedUrl = new Uri(url),
            FinalUrl = new Uri(url),
            FetchedAt = Start.AddDays(day),
            Status = 200,
            Headers = [new("Content-Type", "text/html"), new("ETag", "\"1\"")],
            Referrer = referrer is null ? null : new Uri(referrer),
        },
    };

    internal static Guid Run(int day) => new(day + 1, 0, 0, new byte[8]);

    internal static FetchRecord Fetch(DocumentReference document, FetchOutcome outcome = FetchOutcome.Fetched, string? reason = null) => new()
    {
        FetchId = document.FetchId,
        RunId = document.RunId,
        Source = document.Source,
        Url = document.Url,
        Facts = document.Facts,
        Outcome = outcome,
        Reason = reason,
        Snapshot = outcome == FetchOutcome.Fetched ? document.Snapshot : null,
    };

    internal static ExtractionResult Extracted(string extractor, params AnnualReport[] reports) => new()
    {
        Outcome = reports.Length == 0 ? ExtractionOutcome.NotAReport : ExtractionOutcome.Reports,
        Reason = reports.Length == 0 ? "not-a-report.news" : null,
        Reports = reports,
        Reading = new ReadingFacts(extractor, "html/AngleSharp 1.10.3", "text/html", "content", "utf-8", "utf8-valid"),
    };

    internal static ExtractionResult Failed(string reason) => Extracted("1.0") with { Outcome = ExtractionOutcome.Failed, Reason = reason, Detail = "It is encrypted." };

    protected Task Settle(DocumentReference document, params AnnualReport[] reports) => Settlement.Settle(document, Extracted("1.0", reports), default);

    protected async Task<IReadOnlyList<StoredRecord>> All(bool everything = false) => await Records.Find(new RecordFilter { Everything = everything }, 100, default);

    protected async Task<StoredRecord> OnlyRecord() => Assert.Single(await All());

    protected async Task<string> Exported(ExportFormat format, ExportShape shape)
    {
        using var stream = new MemoryStream();
        await new RecordExport(Database, new Qinghe(), NullLogger<RecordExport>.Instance).Write(stream, format, shape, new RecordFilter(), default);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>All rows of all tables, to see whether anything changed.</summary>
    protected async Task<string> Everything()
    {
        string[] tables = ["crawl_runs", "documents", "snapshots", "fetches", "extractions", "records", "record_versions", "record_sources"];
        await using var connection = await Database.Open(default);
        var dump = new StringBuilder();
        foreach (var table in tables)
        {
            foreach (var row in await connection.QueryAsync($"SELECT * FROM {table} ORDER BY 1, 2"))
                dump.Append(table).AppendLine(JsonSerializer.Serialize((IDictionary<string, object>)row));
        }

        return dump.ToString();
    }
}
