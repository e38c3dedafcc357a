using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Audits;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Review.Audits;

public sealed class AuditPagesTests
{
    [Fact]
    public async Task A_drawn_cell_is_called_right_and_the_operations_page_tells_the_precision_with_its_interval()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of());
        using var browser = Browser(server);
        Assert.Contains("/view?spot=", await browser.GetStringAsync("/review/audit"), StringComparison.Ordinal);

        await Forms.Post(browser, "/review/audit", "/review/audit", ("drawn", "1"), ("answer", "right"));

        Assert.Contains("Nothing is left for you", await browser.GetStringAsync("/review/audit"), StringComparison.Ordinal);
        Assert.Contains("100.0 % (1 of 1 drawn; 95 %: 20.6 % to 100.0 %)", await browser.GetStringAsync("/operations"), StringComparison.Ordinal);
        var again = await Forms.Post(browser, "/review/1", "/review/audit", ("drawn", "1"), ("answer", "right"));
        Assert.EndsWith("SpokenBefore", again.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_is_wrong_is_corrected_as_well()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of());
        using var browser = Browser(server);

        var typo = await Forms.Post(browser, "/review/audit", "/review/audit", ("drawn", "1"), ("answer", "wrong"), ("value", "many"));
        Assert.EndsWith("WrongValue", typo.Headers.Location!.ToString(), StringComparison.Ordinal);
        await Forms.Post(browser, "/review/audit", "/review/audit", ("drawn", "1"), ("answer", "wrong"), ("value", "４２"));

        var drawn = await server.Get<AcceptedAudit>().Find(1, default);
        var review = Assert.Single(await server.Get<CellReviews>().Of(1, default));
        Assert.Equal((drawn!.Cell, ReviewVerdict.Corrected, 42m), (review.Cell, review.Verdict, review.Value));
        Assert.Equal(0, (await server.Client.Json("/api/v1/review/audit")).GetProperty("right").GetProperty("hits").GetInt32());
        Assert.Contains(Environment.UserName, await browser.GetStringAsync("/review/people"), StringComparison.Ordinal);
    }

    private static HttpClient Browser(TestServer server) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
}
