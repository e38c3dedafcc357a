using System.Diagnostics;
using System.Globalization;
using Dapper;
using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Store;
using Pipeline.Store.Ledger;
using Pipeline.Store.Sweeping;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Benchmarks;

/// <summary>
/// How much database a record takes, with everything that hangs on it: document, fetch with its facts, snapshot and extraction rows, one version, indexes.
/// <c>scripts/database-size</c> runs it with more records.
/// </summary>
public sealed class DatabaseSizeTests(ITestOutputHelper output)
{
    // 2,000,000 records, the genre's whole past, then fit the disk and memory of one ordinary server.
    private const int MostBytesPerRecord = 8 * 1024;

    [Fact]
    public Task A_record_takes_at_most_8_kilobytes_of_SQLite() => Measure(new Sqlite(), "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");

    [Fact]
    public Task A_record_takes_at_most_8_kilobytes_of_PostgreSQL() => Measure(
        new Postgres(),
        "SELECT SUM(pg_total_relation_size(c.oid))::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relkind = 'r'");

    private async Task Measure(IEngine engine, string sizeQuery)
    {
        var country = new CountryOfReports(await SampleExtractions.Read());
        await using var _ = engine;
        await using var database = await engine.Create();
        await StoreSchema.Migrate(database, default);
        await new SqlDocumentLedger(database, new SweepOptions()).RunStarted(new CrawlRun(CountryOfReports.Run, DateTimeOffset.UnixEpoch, "nightly"), default);

        var documents = 0;
        var previous = await Size(database, sizeQuery);
        foreach (var target in Steps())
        {
            var watch = Stopwatch.StartNew();
            var added = target - documents;
            await country.Store(database, documents, target);
            documents = target;
            var stored = watch.Elapsed;
            await Settle(database);
            var size = await Size(database, sizeQuery);
            var perRecord = (double)(size.Bytes - previous.Bytes) / (size.Records - previous.Records);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{database.Engine}: {size.Records} records, {size.Bytes / 1048576.0:0.0} MiB, {perRecord:0} bytes per added record; 2,000,000 take {perRecord * 2e6 / (1L << 30):0.0} GiB; {added / stored.TotalSeconds:0} documents a second"));
            output.WriteLine(await QueryTimes.Measure(database, size.Records));
            // The first step also fills the first page of every table and index.
            if (previous.Records > 0)
                Assert.InRange(perRecord, 1, MostBytesPerRecord);
            previous = size;
        }
    }

    // PostgreSQL does so by itself within minutes of such a load: until then even a count from an index looks into the table. The maps of free
    // and visible pages that it makes for every table are there in each measure then, or the second one would pay for the first ones.
    private static async Task Settle(PipelineDatabase database)
    {
        await using var connection = await database.Open(default);
        if (database.Engine == DatabaseEngine.Postgres)
            await connection.ExecuteAsync("VACUUM ANALYZE", commandTimeout: 600);
        else
            await database.Analyse(connection);
    }

    // PostgreSQL lengthens a table by several pages at once where several write to it: over fewer records than these the pages that are still empty would count.
    private static IEnumerable<int> Steps() => (Environment.GetEnvironmentVariable("PIPELINE_BENCHMARK_RECORDS") ?? "200,1000")
        .Split(',').Select(step => int.Parse(step, CultureInfo.InvariantCulture));

    private static async Task<(long Records, long Bytes)> Size(PipelineDatabase database, string sizeQuery)
    {
        await using var connection = await database.Open(default);
        return (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM records"), await connection.ExecuteScalarAsync<long>(sizeQuery));
    }
}
