using System.Net;
using System.Net.Http.Json;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Audit;

namespace Pipeline.Web.Tests.Operations;

public sealed class OperationsPagesTests
{
    [Fact]
    public async Task Failures_stand_by_reason_and_a_button_sends_them_again()
    {
        await using var server = await TestServer.Run();
        await Fail(server, 1);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        Assert.Contains("no usable answer", await browser.GetStringAsync("/operations"), StringComparison.Ordinal);

        var answer = await Forms.Post(browser, "/operations", "/operations/replay", ("reason", "failed"), ("source", ""));

        Assert.Equal("/operations?done=replayed&count=3#failures", answer.Headers.Location!.ToString());
        Assert.Equal((null, "failed"), Assert.Single(server.Views.Replayed));
        Assert.Equal("failures.replayed", Assert.Single(await server.Get<AuditLog>().Latest(10, default)).Action);
    }

    [Fact]
    public async Task What_is_given_up_stays_away_until_it_fails_again()
    {
        await using var server = await TestServer.Run();
        await Fail(server, 1);

        var given = await server.Client.PostAsJsonAsync("/api/v1/failures/give-up", new { reason = "failed" });
        Assert.Equal(1, (await given.Json()).GetProperty("documents").GetInt32());
        Assert.Empty((await server.Client.Json("/api/v1/failures")).GetProperty("items").EnumerateArray());

        await Fail(server, 2);
        Assert.Single((await server.Client.Json("/api/v1/failures")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_source_whose_every_address_fails_raises_an_alarm()
    {
        await using var server = await TestServer.Run();
        await Fail(server, 1);

        var page = await server.Client.GetStringAsync("/operations");

        Assert.Contains(">down<", page, StringComparison.Ordinal);
        Assert.Contains("<strong>To look at:</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/operations/sources?state=Down\">sources down: 1</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_begins_with_the_word_that_all_is_well()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", Pipeline.Store.Tests.SampleReport.Of());

        Assert.Contains("All is well.", await server.Client.GetStringAsync("/operations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crawl_that_runs_shows_how_far_it_is_beside_the_last_one()
    {
        await using var server = await TestServer.Run();
        await Fail(server, 1);
        await server.Get<IDocumentLedger>().RunStarted(new CrawlRun(new Guid(5, 0, 0, new byte[8]), TestServer.Start.AddDays(5), "nightly"), default);
        await Fail(server, 5);
        await server.Get<IDocumentLedger>().RunEnded(new Guid(5, 0, 0, new byte[8]), TestServer.Start.AddDays(5).AddHours(1), default);
        await server.Get<IDocumentLedger>().RunStarted(new CrawlRun(new Guid(6, 0, 0, new byte[8]), TestServer.Start.AddDays(6), "nightly"), default);
        await Fail(server, 6);

        var page = await server.Client.GetStringAsync("/operations");

        Assert.Contains("<progress max=\"1\" value=\"1\"", page, StringComparison.Ordinal);
        Assert.Contains("1 addresses; the last crawl visited 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queues_and_the_brokers_own_pages_are_shown_where_there_are_any()
    {
        await using var server = await TestServer.Run();

        var page = await server.Client.GetStringAsync("/operations");

        Assert.Contains("<td class=\"code\">extractor</td><td class=\"number\">5</td><td class=\"number\">2</td><td class=\"number\">1.5</td>", page, StringComparison.Ordinal);
        Assert.Contains("http://broker:15672/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshots_view_is_enclosed_in_a_sandbox_that_only_our_pages_may_frame()
    {
        await using var server = await TestServer.Run();
        var document = await server.Store("https://a.gov.cn/1.html", Pipeline.Store.Tests.SampleReport.Of());

        var answer = await server.Client.GetAsync($"/snapshots/{document.Snapshot}/view?spot={Uri.EscapeDataString("""{"kind":"html","Path":"html>body"}""")}");

        Assert.Equal("sandbox; default-src 'none'; img-src data:; style-src 'sha256-x'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("html>body", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync($"/snapshots/{document.Snapshot}/view?spot=nonsense")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync("/snapshots/0000/view")).StatusCode);
    }

    private static Task Fail(TestServer server, int day)
    {
        var url = new Uri("https://a.gov.cn/1.html");
        var run = new Guid(day, 0, 0, new byte[8]);
        return server.Get<IDocumentLedger>().Record(
            new FetchRecord
            {
                FetchId = run, RunId = run, Source = "test", Url = url.ToString(), Outcome = FetchOutcome.Failed, Reason = "The server answered 500.",
                Facts = new() { RequestedUrl = url, FinalUrl = url, FetchedAt = TestServer.Start.AddDays(day), Status = 500 },
            },
            default);
    }
}
