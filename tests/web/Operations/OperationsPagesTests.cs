using System.Net;
using System.Net.Http.Json;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Audit;
using Pipeline.Store.Dashboard;

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
    public async Task A_long_scan_in_hand_shows_how_many_of_its_pages_are_recognised()
    {
        await using var server = await TestServer.Run();
        await server.Get<Recognitions>().Note(new RecognitionProgressed { FetchId = Guid.NewGuid(), Url = "http://www.qinghe.gov.cn/1.pdf", Recognised = 7, Pages = 60, At = DateTimeOffset.UtcNow }, default);

        Assert.Contains("7 of 60 pages recognised", await server.Client.GetStringAsync("/operations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_whose_every_address_fails_raises_an_alarm()
    {
        await using var server = await TestServer.Run();
        await Fail(server, 1);

        var page = await server.Client.GetStringAsync("/operations");

        Assert.Contains(">never answered<", page, StringComparison.Ordinal);
        Assert.Contains("<strong>To look at:</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/operations/sources?state=NeverAnswered\">sources that never answered: 1, since 2026-02-02 08:00</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_night_in_which_most_sources_fail_asks_whose_network_is_at_fault()
    {
        await using var server = await TestServer.Run();
        foreach (var host in "abc")
            await Fail(server, host, FetchOutcome.RobotsUnreachable);

        var page = await server.Client.GetStringAsync("/operations");

        Assert.Contains("notice bad verdict", page, StringComparison.Ordinal);
        Assert.Contains("3 of 3 sources give no answer: our network or theirs?", page, StringComparison.Ordinal);
        Assert.Contains("robots.txt cannot be reached", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_up_asks_first_says_what_it_dismisses_and_is_undone()
    {
        await using var server = await TestServer.Run();
        await Fail(server, 1);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        var asked = await browser.GetStringAsync("/operations/give-up?reason=failed");
        Assert.Contains("Give up 1 failures?", asked, StringComparison.Ordinal);
        Assert.Contains("https://a.gov.cn/1.html", asked, StringComparison.Ordinal);

        var given = await Forms.Post(browser, "/operations/give-up?reason=failed", "/operations/give-up", ("reason", "failed"), ("source", ""));
        Assert.Empty((await server.Client.Json("/api/v1/failures")).GetProperty("items").EnumerateArray());
        var address = given.Headers.Location!.ToString();
        var step = Uri.UnescapeDataString(address.Split("step=")[1].Split('#')[0]);
        var undone = await Forms.Post(browser, address, "/operations/take-back", ("step", step));

        Assert.Equal("/operations?done=taken-back&count=1#failures", undone.Headers.Location!.ToString());
        Assert.Single((await server.Client.Json("/api/v1/failures")).GetProperty("items").EnumerateArray());
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

    private static Task Fail(TestServer server, char host, FetchOutcome outcome)
    {
        var url = new Uri($"https://{host}.gov.cn/1.html");
        return server.Get<IDocumentLedger>().Record(
            new FetchRecord
            {
                FetchId = new Guid(host, 1, 0, new byte[8]), RunId = new Guid(1, 0, 0, new byte[8]), Source = $"source {host}", Url = url.ToString(), Outcome = outcome, Reason = "robots.txt: connection refused",
                Facts = new() { RequestedUrl = url, FinalUrl = url, FetchedAt = TestServer.Start, Status = 0 },
            },
            default);
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
