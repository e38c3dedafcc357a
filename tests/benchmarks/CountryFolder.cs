using Pipeline.Bodies.Regions;
using Pipeline.Database;
using Pipeline.Store;
using Pipeline.Store.Bodies;
using Pipeline.Store.Findings;
using Pipeline.Store.Ledger;
using Pipeline.Store.Sweeping;

namespace Pipeline.Benchmarks;

/// <summary>Makes a data folder of many records, for scripts that time the command on it: <c>scripts/release-size</c>.</summary>
public sealed class CountryFolder
{
    [Fact]
    public async Task A_data_folder_holds_as_many_documents_as_were_asked_for()
    {
        var folder = Environment.GetEnvironmentVariable("PIPELINE_BENCHMARK_DATA");
        Assert.SkipWhen(folder is null, "A folder is made for scripts/release-size alone.");
        var documents = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_BENCHMARK_RECORDS")!, System.Globalization.CultureInfo.InvariantCulture);
        Directory.CreateDirectory(folder!);
        await using var database = PipelineDatabase.Sqlite(Path.Combine(folder!, "pipeline.db"));
        await StoreSchema.Migrate(database, default);
        await new SqlDocumentLedger(database, new SweepOptions()).RunStarted(new Contracts.Ports.CrawlRun(CountryOfReports.Run, DateTimeOffset.UnixEpoch, "nightly"), default);

        await new CountryOfReports(await SampleExtractions.Read()).Store(database, 0, documents);
        // Bodies and findings, as the nightly work tells them.
        var bodies = new BodyRefresh(database, DivisionTable.Of(Divisions.Names), new BodyDecisions(database, TimeProvider.System));
        await new Comparison(database, bodies, new FindingsRefresh(database, TimeProvider.System), TimeProvider.System).Run(always: true, default);

        await using var connection = await database.Open(default);
        await database.Analyse(connection);
    }
}
