using Pipeline.Benchmarks;
using Pipeline.Contracts;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Host.Composition;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Browser.Tests.Speed;

/// <summary>
/// Crawls and readings of a whole country, written by the store itself: two weeks of nights, a sixth of the records doubtful, a tenth of the visits failed, a few cells
/// corrected.
/// </summary>
internal sealed class Country(RunningHost host, IReadOnlyList<ExtractionResult> readings)
{
    private const int Nights = 14;
    private const string Corrected = "applications.new.total";

    private static readonly DateTimeOffset FirstNight = new(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private readonly CountryOfReports _documents = new(readings);

    public static async Task<Country> Of(RunningHost host) => new(host, await SampleExtractions.Read());

    /// <param name="documents">How many addresses are visited; nine of ten give a record.</param>
    public async Task Fill(int documents)
    {
        for (var night = 0; night < Nights; night++)
            await host.Get<IDocumentLedger>().RunStarted(new CrawlRun(Night(night), FirstNight.AddDays(night), "nightly"), default);
        for (var number = 0; number < documents; number++)
            await Visit(number);
        for (var night = 0; night < Nights; night++)
            await host.Get<IDocumentLedger>().RunEnded(Night(night), FirstNight.AddDays(night).AddHours(4), default);
        foreach (var record in await host.Get<RecordQuery>().Summaries(new RecordFilter(), documents / 20, default))
            await host.Get<CellReviews>().Decide(new CellDecision(record.RecordId, new CellId(Corrected), ReviewVerdict.Corrected, 7, "as printed", "reviewer", 0), default);
    }

    private async Task Visit(int number)
    {
        var (document, result) = _documents[number];
        var night = number % Nights;
        document = document with
        {
            RunId = Night(night),
            Facts = document.Facts with { FetchedAt = FirstNight.AddDays(night).AddSeconds(number) },
            // The pages show the bytes themselves.
            Snapshot = await host.Get<ISnapshotStore>().Write(BitConverter.GetBytes(number), default),
        };
        var lost = number % 10 == 9;
        await host.Get<IDocumentLedger>().Record(
            new FetchRecord
            {
                FetchId = document.FetchId, RunId = document.RunId, Source = document.Source, Url = document.Url, Facts = document.Facts,
                Outcome = !lost ? FetchOutcome.Fetched : number % 20 == 9 ? FetchOutcome.Blocked : FetchOutcome.Failed,
                Reason = lost ? "The server answered 503." : null,
                Snapshot = lost ? null : document.Snapshot,
            },
            default);
        if (lost)
            return;
        await host.Get<Settlement>().Settle(
            document,
            number % 50 == 8
                ? new ExtractionResult { Outcome = ExtractionOutcome.Failed, Reason = "failed.encrypted", Detail = "The PDF asks for a password.", Reading = result.Reading }
                : result with { Reports = [.. result.Reports.Take(1).Select(report => Of(report, number))] },
            default);
    }

    private static AnnualReport Of(AnnualReport report, int number)
    {
        var doubtful = number % 6 == 0;
        return report with
        {
            Status = doubtful ? ReviewStatus.Review : ReviewStatus.Accepted,
            Confidence = doubtful ? 0.2 + number % 600 / 1000.0 : 0.999,
        };
    }

    private static Guid Night(int number) => new($"00000002-0000-0000-0000-{number:000000000000}");
}
