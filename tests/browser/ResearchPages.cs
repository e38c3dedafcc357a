using Pipeline.Contracts;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Documents;
using Pipeline.Store.Findings;
using Pipeline.Store.Records;

namespace Pipeline.Browser.Tests;

/// <summary>The sample's pages, with reports of a few departments of two prefectures over three years: one was renamed, one stopped.</summary>
public sealed class ResearchPages : IAsyncLifetime
{
    private static readonly CellId Applications = new("applications.new.total");

    public SamplePages Sample { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Sample.InitializeAsync();
        var model = (await Sample.Host.Get<RecordQuery>().Find(new RecordFilter { Form = "2021" }, 100, default)).First(record => record.Current.Reading.Reader.StartsWith("html", StringComparison.Ordinal)).Current;
        foreach (var year in new[] { 2021, 2022, 2023 })
        {
            await Report(model, "温州市教育局", "330300", year, 430 + (year - 2021));
            await Report(model, year == 2021 ? "温州市农业局" : "温州市农业农村局", "330300", year, 310 + (year - 2020));
            await Report(model, "杭州市教育局", "330100", year, 520 + (year - 2020));
            if (year < 2023)
                await Report(model, "杭州市水务局", "330100", year, 210 + (year - 2020));
        }

        await Sample.Host.Get<Comparison>().Run(always: true, default);
    }

    public ValueTask DisposeAsync() => Sample.DisposeAsync();

    /// <summary>A department's report, on a page of its own that shows the bytes of a page of the sample.</summary>
    private async Task Report(RecordVersion model, string authority, string region, int year, decimal applications)
    {
        var url = new Uri(Sample.Site, $"/{region}/{authority}/{year}.html");
        var known = (await Sample.Host.Get<DocumentLookup>().Latest(model.SourceUrl, default))!;
        var document = known with { Url = url.AbsoluteUri, FetchId = Guid.NewGuid(), Facts = known.Facts with { RequestedUrl = url, FinalUrl = url } };
        await Sample.Host.Get<IDocumentLedger>().Record(
            new FetchRecord { FetchId = document.FetchId, RunId = document.RunId, Source = document.Source, Url = document.Url, Facts = document.Facts, Outcome = FetchOutcome.Fetched, Snapshot = document.Snapshot }, default);
        var report = model.Report with
        {
            Authority = authority, RegionCode = region, Level = AdministrativeLevel.Prefecture, Year = year, Status = ReviewStatus.Accepted,
            Cells = [.. model.Report.Cells.Select(cell => cell.Cell == Applications ? cell with { Value = applications, Raw = $"{applications}" } : cell)],
        };
        await Sample.Host.Get<Settlement>().Settle(document, new ExtractionResult { Outcome = ExtractionOutcome.Reports, Reports = [report], Reading = model.Reading }, default);
    }
}
