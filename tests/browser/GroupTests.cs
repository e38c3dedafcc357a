using System.Text;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Browser.Tests;

/// <summary>Many doubts of one cause, on a deployment of its own: other tests count what waits.</summary>
public sealed class GroupTests
{
    private const int Bodies = 30;

    [Fact]
    public async Task A_reviewer_decides_thirty_doubts_of_one_cause_by_keyboard_and_undoes_it()
    {
        await using var sample = new SamplePages();
        await sample.InitializeAsync();
        await MisreadAlike(sample);
        var before = await sample.Host.Get<ReviewQueue>().Count(default);
        var page = await sample.Open("/review");

        await page.Press("g");
        await Expect(page.Locator("table.stack tbody tr").First).ToContainTextAsync("thirty.gov.cn");
        await page.Keep("review-groups");
        await page.Press("Enter");
        await Expect(page.Locator("#preview")).ToContainTextAsync("about 30 cells of 30 records");
        await page.Keep("review-group");
        await page.Press("c");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Status)).ToContainTextAsync("Stored: 30 cells of 30 records, 30 records finished.");
        Assert.Equal(before - Bodies, await sample.Host.Get<ReviewQueue>().Count(default));

        await page.Press("u");

        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Status)).ToContainTextAsync("Taken back: 30 cells of 30 records");
        await Expect(page.Locator("table.stack tbody tr").First).ToContainTextAsync("thirty.gov.cn");
        await page.Keep("review-groups-undone");
        Assert.Equal(before, await sample.Host.Get<ReviewQueue>().Count(default));
    }

    /// <summary>Thirty bodies of one site whose reports were read alike: one cell of each by a rule that another contradicts.</summary>
    private static async Task MisreadAlike(SamplePages sample)
    {
        var record = (await sample.Host.Get<RecordQuery>().Find(new RecordFilter(), 100, default)).First(record => record.Current.Reading.Reader.StartsWith("html", StringComparison.Ordinal));
        var version = record.Current;
        var cell = version.Report.Cells.First(cell => cell.Value > 0).Cell;
        for (var number = 0; number < Bodies; number++)
        {
            var bytes = Encoding.UTF8.GetBytes($"<html><body><p>{number}</p></body></html>");
            var url = new Uri($"http://www.thirty.gov.cn/{number}.html");
            var report = version.Report with
            {
                Authority = $"三十县第{number}镇人民政府", Status = ReviewStatus.Review, Confidence = 0.6, Violations = [],
                Cells = [.. version.Report.Cells.Select(reading => reading with { Confidence = 0.9999 }).Select(reading => reading.Cell == cell ? reading with { Confidence = 0.62, Evidence = ["readings:differ"] } : reading)],
            };
            await sample.Host.Get<Settlement>().Settle(
                new DocumentReference
                {
                    Url = url.ToString(), Source = "thirty", RunId = new Guid(30, 0, 0, new byte[8]), FetchId = Guid.NewGuid(), Snapshot = await sample.Host.Get<ISnapshotStore>().Write(bytes, default),
                    Facts = new FetchFacts { RequestedUrl = url, FinalUrl = url, FetchedAt = version.FetchedAt, Status = 200, Headers = [new("Content-Type", "text/html")] },
                },
                new ExtractionResult { Outcome = ExtractionOutcome.Reports, Reports = [report], Reading = version.Reading },
                default);
        }
    }
}
