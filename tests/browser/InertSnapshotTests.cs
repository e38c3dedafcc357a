using System.Text;
using Microsoft.Playwright;
using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;

namespace Pipeline.Browser.Tests;

[Collection<OneSample>]
public sealed class InertSnapshotTests(SamplePages sample)
{
    [Fact]
    public async Task A_snapshot_full_of_tricks_runs_nothing_and_loads_nothing()
    {
        await using var canary = await Canary.Start();
        var snapshot = await Store(canary.Tricks());
        var page = await sample.Open("/explore");
        var dialogs = 0;
        page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };

        await page.GotoAsync($"/snapshots/{snapshot}");
        var frame = page.FrameLocator("iframe.snapshot");
        await Assertions.Expect(frame.GetByText("政府信息公开工作年度报告")).ToBeVisibleAsync();
        await page.Keep("snapshot-hostile");
        foreach (var text in (string[])["点击这里", "提交申请", "图形"])
            if (await frame.GetByText(text).CountAsync() > 0)
                await frame.GetByText(text).First.ClickAsync();
        await page.GotoAsync($"/snapshots/{snapshot}/view");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal(0, dialogs);
        Assert.Empty(canary.Requests);
        Assert.Equal("snapshot", await page.TitleAsync());
        Assert.Equal(0, await page.Locator("script, img, iframe, object, embed, form, input, a, link, meta[http-equiv], svg").CountAsync());
    }

    [Fact]
    public async Task Even_markup_that_got_through_could_do_nothing_in_the_sandbox()
    {
        await using var canary = await Canary.Start();
        var page = await sample.Open("/explore");
        // The policy of a view, around the tricks themselves.
        var snapshot = await Store(canary.Tricks());
        var policy = (await page.APIRequest.GetAsync($"/snapshots/{snapshot}/view")).Headers["content-security-policy"];
        await page.RouteAsync("**/sandboxed", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Body = canary.Tricks(), ContentType = "text/html; charset=utf-8", Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = policy },
        }));

        await page.GotoAsync("/sandboxed");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Empty(canary.Requests);
        Assert.NotEqual("owned", await page.TitleAsync());
    }

    [Fact]
    public async Task The_bytes_are_a_download_and_never_a_page()
    {
        await using var canary = await Canary.Start();
        var snapshot = await Store(canary.Tricks());
        var page = await sample.Open("/explore");

        var download = await page.RunAndWaitForDownloadAsync(() => page.EvaluateAsync($"location.href = '/api/v1/snapshots/{snapshot}/content'"));

        Assert.Equal(snapshot.ToString(), download.SuggestedFilename);
        Assert.Empty(canary.Requests);
    }

    private async Task<SnapshotHash> Store(string page)
    {
        var bytes = Encoding.UTF8.GetBytes(page);
        var url = new Uri("https://hostile.gov.cn/report.html");
        var document = new DocumentReference
        {
            Url = url.ToString(), Source = "hostile", RunId = new Guid(7, 0, 0, new byte[8]), FetchId = new Guid(SnapshotHash.Of(bytes).ToString()[..32]),
            Snapshot = await sample.Host.Get<ISnapshotStore>().Write(bytes, default),
            Facts = new FetchFacts { RequestedUrl = url, FinalUrl = url, FetchedAt = TimeProvider.System.GetUtcNow(), Status = 200, Headers = [new("Content-Type", "text/html; charset=utf-8")] },
        };
        var reading = new ReadingFacts("1", "html", "text/html", "content", "utf-8", "utf8-valid");
        await sample.Host.Get<Settlement>().Settle(document, new ExtractionResult { Outcome = ExtractionOutcome.NotAReport, Reason = "not-a-report.news", Reading = reading }, default);
        return document.Snapshot;
    }
}
