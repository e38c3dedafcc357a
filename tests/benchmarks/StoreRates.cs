using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Store;
using Pipeline.Store.Export;
using Pipeline.Store.Ledger;
using Pipeline.Store.Records;
using Pipeline.Store.Sweeping;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Benchmarks;

/// <summary>What storing and exporting records costs beside the least that PostgreSQL takes to move the same rows. <c>bench/all</c> runs it.</summary>
public sealed class StoreRates(ITestOutputHelper output)
{
    private const int Documents = 2000;

    // The first compile what all run through and open connections.
    private const int WarmUp = 200;

    [Fact(Explicit = true)]
    public async Task Storing_and_exporting_against_a_bare_copy()
    {
        var country = new CountryOfReports(await SampleExtractions.Read());
        await using Postgres ours = new(), bare = new();
        await using PipelineDatabase database = await ours.Create(), copy = await bare.Create();
        await StoreSchema.Migrate(database, default);
        await StoreSchema.Migrate(copy, default);
        await new SqlDocumentLedger(database, new SweepOptions()).RunStarted(new CrawlRun(CountryOfReports.Run, DateTimeOffset.UnixEpoch, "nightly"), default);
        await country.Store(database, 0, WarmUp);

        var storing = await Time(() => country.Store(database, WarmUp, WarmUp + Documents));
        var tables = await Tables(database);
        Dictionary<string, byte[]> rows = [];
        foreach (var table in tables)
            rows[table] = await Out(database, $"COPY {table} TO STDOUT (FORMAT BINARY)");
        // All rows, also those of the warm-up: what is held against it is their share.
        var inserting = await Time(() => In(copy, rows)) * Documents / (Documents + WarmUp);
        Say("records stored, against COPY of the same rows", storing, inserting);

        var export = new RecordExport(database, Divisions.Names, NullLogger<RecordExport>.Instance);
        await Export(export);
        var exporting = await Time(() => Export(export));
        var copying = await Time(() => Out(database, "COPY (SELECT * FROM records r JOIN record_versions v ON v.id = r.current_version_id) TO STDOUT (FORMAT BINARY)"));
        Say("records exported as JSON, against COPY of the rows they stand in", exporting, copying);
    }

    private static Task<ExportTally> Export(RecordExport export) => export.Write(Stream.Null, ExportFormat.Jsonl, ExportShape.Records, new RecordFilter(), default);

    private static async Task<TimeSpan> Time(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<List<string>> Tables(PipelineDatabase database)
    {
        await using var connection = await database.Open(default);
        return [.. await connection.QueryAsync<string>("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")];
    }

    private static async Task<byte[]> Out(PipelineDatabase database, string copy)
    {
        await using var connection = await database.Open(default);
        await using var rows = await ((NpgsqlConnection)connection).BeginRawBinaryCopyAsync(copy);
        using var memory = new MemoryStream();
        await rows.CopyToAsync(memory);
        return memory.ToArray();
    }

    // In one transaction, and no row is held against those that it refers to.
    private static async Task In(PipelineDatabase database, Dictionary<string, byte[]> rows)
    {
        await using var connection = await database.Open(default);
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync($"SET LOCAL session_replication_role = replica; TRUNCATE {string.Join(", ", rows.Keys)}");
        foreach (var (table, bytes) in rows)
        {
            await using var target = await ((NpgsqlConnection)connection).BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT BINARY)");
            await target.WriteAsync(bytes);
        }

        await transaction.CommitAsync();
    }

    private void Say(string what, TimeSpan ours, TimeSpan bare) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"RESULT | {what} | {Documents} | {ours.TotalMilliseconds / Documents:0.00} ms | {bare.TotalMilliseconds / Documents:0.00} ms | **{ours / bare:0.0}** |"));
}
