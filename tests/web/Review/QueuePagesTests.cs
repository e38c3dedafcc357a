using System.Net;
using System.Net.Http.Json;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Audit;
using Pipeline.Store.Reviews;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Review;

public sealed class QueuePagesTests
{
    [Fact]
    public async Task A_filter_that_fits_nothing_says_so_and_one_that_is_none_is_named()
    {
        await using var server = await TestServer.Run();
        await Wait(server);

        Assert.Contains("Nothing that waits fits this filter.", await server.Client.GetStringAsync("/review?reason=body"), StringComparison.Ordinal);
        Assert.Contains("The filter reason cannot be used so", await server.Client.GetStringAsync("/review?reason=colour"), StringComparison.Ordinal);
        Assert.Contains("href=\"/review/1\"", await server.Client.GetStringAsync("/review?reason=cell&order=worth&form=2021&doubts=&assignee=nobody"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.GetAsync("/api/v1/review/queue?order=1")).StatusCode);
        Assert.Single((await server.Client.Json("/api/v1/review/queue?order=worth")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_record_is_passed_by_with_a_reason_and_leaves_the_persons_queue()
    {
        await using var server = await TestServer.Run();
        await Wait(server);
        using var browser = Browser(server);

        var bare = await Forms.Post(browser, "/review/1", "/review/1/skip", ("reason", " "));
        Assert.EndsWith("notice=SkipNeedsReason", bare.Headers.Location!.ToString(), StringComparison.Ordinal);
        var passed = await Forms.Post(browser, "/review/1", "/review/1/skip", ("reason", "the scan is unreadable"));

        var page = await browser.GetStringAsync(passed.Headers.Location);
        Assert.Contains("Passed by", page, StringComparison.Ordinal);
        Assert.Contains("Nothing that waits fits this filter.", page, StringComparison.Ordinal);
        Assert.Contains("the scan is unreadable", await browser.GetStringAsync("/review/1"), StringComparison.Ordinal);
        Assert.Contains("href=\"/review/1\"", await browser.GetStringAsync("/review?skipped=yes"), StringComparison.Ordinal);
        Assert.Equal("record.skipped", (await server.Get<AuditLog>().Latest(1, default))[0].Action);
    }

    [Fact]
    public async Task A_record_that_somebody_else_has_open_is_told_on_the_desk_and_in_the_queue()
    {
        await using var server = await TestServer.Run();
        await Wait(server);
        await server.Get<ReviewClaims>().Open(1, "wang", default);

        Assert.Contains("wang has this record open", await server.Client.GetStringAsync("/review/1"), StringComparison.Ordinal);
        Assert.Contains("wang has it open", await server.Client.GetStringAsync("/review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_is_given_to_somebody()
    {
        await using var server = await TestServer.Run();
        await Wait(server);
        using var browser = Browser(server);

        await Forms.Post(browser, "/review/1", "/review/1/assign", ("assignee", "li"));

        Assert.Contains("for li", await browser.GetStringAsync("/review"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/review/1\"", await browser.GetStringAsync("/review?assignee=me"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.PostAsJsonAsync("/api/v1/review/assign", new { record = 99, assignee = "li" })).StatusCode);
    }

    [Fact]
    public async Task The_way_back_leads_to_the_filter_under_which_the_queue_was_left()
    {
        await using var server = await TestServer.Run();
        await Wait(server);
        using var browser = Browser(server);

        await browser.GetStringAsync("/review?source=test&order=worth&form=");
        var passed = await Forms.Post(browser, "/review/1", "/review/1/skip", ("reason", "later"));
        Assert.Equal("/review?passed=1&source=test&order=worth", passed.Headers.Location!.ToString());

        await browser.GetStringAsync("/review");
        var finished = await Forms.Post(browser, "/review/1", "/review/1", ("sure", "yes"));
        Assert.Equal("/review?finished=1", finished.Headers.Location!.ToString());
    }

    private static async Task Wait(TestServer server)
    {
        var report = SampleReport.Of();
        await server.Store("https://a.gov.cn/1.html", report with { Status = ReviewStatus.Review, Confidence = 0.2, Cells = [.. report.Cells.Select((cell, place) => place == 20 ? cell with { Confidence = 0.5 } : cell)] });
    }

    private static HttpClient Browser(TestServer server) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
}
