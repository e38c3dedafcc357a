using System.Net;
using System.Net.Http.Json;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Audit;

namespace Pipeline.Web.Tests.Operations;

public sealed class AlarmPagesTests
{
    [Fact]
    public async Task An_acknowledged_alarm_stays_on_the_list_with_who_and_why_and_the_page_is_no_longer_red()
    {
        await using var server = await TestServer.Run();
        await Fail(server);
        using var browser = Browser(server);
        Assert.Contains("sources that never answered: 1", await browser.GetStringAsync("/operations"), StringComparison.Ordinal);

        var answer = await Forms.Post(browser, "/operations/acknowledge?source=test", "/operations/acknowledge", ("source", "test"), ("state", ""), ("reason", "moves house"), ("days", "7"));

        Assert.Equal("/operations?done=acknowledged&count=1#sources", answer.Headers.Location!.ToString());
        var page = await browser.GetStringAsync("/operations");
        Assert.DoesNotContain("sources that never answered: 1", page, StringComparison.Ordinal);
        Assert.Contains("Alarms that somebody knows of: 1.", page, StringComparison.Ordinal);
        Assert.Contains($"Known to {Environment.UserName} until", page, StringComparison.Ordinal);
        Assert.Contains("moves house", page, StringComparison.Ordinal);
        Assert.Equal("alarms.acknowledged", (await server.Get<AuditLog>().Latest(1, default))[0].Action);

        await Forms.Post(browser, "/operations/acknowledge?source=test", "/operations/withdraw", ("source", "test"));
        Assert.Contains("sources that never answered: 1", await browser.GetStringAsync("/operations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acknowledging_needs_a_reason_and_says_so_on_the_same_page()
    {
        await using var server = await TestServer.Run();
        await Fail(server);
        using var browser = Browser(server);

        var answer = await Forms.Post(browser, "/operations/acknowledge?state=NeverAnswered", "/operations/acknowledge", ("source", ""), ("state", "NeverAnswered"), ("reason", " "), ("days", "7"));

        Assert.Contains("Say why it is known", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/operations/acknowledge")).StatusCode);
    }

    [Fact]
    public async Task Programs_acknowledge_all_of_a_state_and_see_it_at_the_source()
    {
        await using var server = await TestServer.Run();
        await Fail(server);

        var given = await server.Client.PostAsJsonAsync("/api/v1/alarms/acknowledge", new { state = "never_answered", reason = "known", days = 3 });

        Assert.Equal(1, (await given.Json()).GetProperty("sources").GetInt32());
        var source = Assert.Single((await server.Client.Json("/api/v1/sources")).GetProperty("items").EnumerateArray());
        Assert.Equal("known", source.GetProperty("acknowledged").GetProperty("reason").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.PostAsJsonAsync("/api/v1/alarms/acknowledge", new { state = "down", reason = "known", days = 300 })).StatusCode);
        Assert.Empty((await server.Client.Json("/api/v1/notices")).GetProperty("items").EnumerateArray());
    }

    private static HttpClient Browser(TestServer server) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };

    private static Task Fail(TestServer server)
    {
        var url = new Uri("https://a.gov.cn/1.html");
        return server.Get<IDocumentLedger>().Record(
            new FetchRecord
            {
                FetchId = new Guid(1, 0, 0, new byte[8]), RunId = new Guid(1, 0, 0, new byte[8]), Source = "test", Url = url.ToString(), Outcome = FetchOutcome.Failed, Reason = "The server answered 500.",
                Facts = new() { RequestedUrl = url, FinalUrl = url, FetchedAt = TestServer.Start, Status = 500 },
            },
            default);
    }
}
