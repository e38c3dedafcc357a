using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Store.Ledger;
using Pipeline.Store.Records;
using Pipeline.Store.Sweeping;

namespace Pipeline.Benchmarks;

/// <summary>Puts a country's documents into a database as crawlers and stores would.</summary>
internal static class CountryStore
{
    // A county's documents in order, several counties at a time, as several stores would.
    public static Task Store(this CountryOfReports country, PipelineDatabase database, int first, int end) => Parallel.ForAsync(
        first / CountryOfReports.CountySize,
        ((end - 1) / CountryOfReports.CountySize) + 1,
        new ParallelOptions { MaxDegreeOfParallelism = database.Engine == DatabaseEngine.Sqlite ? 1 : 4 },
        async (county, _) =>
        {
            var (from, to) = (county * CountryOfReports.CountySize, (county + 1) * CountryOfReports.CountySize);
            for (var number = Math.Max(first, from); number < Math.Min(end, to); number++)
                await Store(database, country, number);
        });

    private static async Task Store(PipelineDatabase database, CountryOfReports country, int number)
    {
        var (document, result) = country[number];
        await new SqlDocumentLedger(database, new SweepOptions()).Record(
            new FetchRecord
            {
                FetchId = document.FetchId, RunId = document.RunId, Source = document.Source, Url = document.Url, Facts = document.Facts,
                Outcome = FetchOutcome.Fetched, Snapshot = document.Snapshot,
            },
            default);
        await new Settlement(database, TimeProvider.System, NullLogger<Settlement>.Instance).Settle(document, result, default);
    }
}
