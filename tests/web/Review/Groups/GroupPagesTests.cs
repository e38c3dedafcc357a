using System.Net;
using System.Net.Http.Json;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Reviews;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Review.Groups;

public sealed class GroupPagesTests
{
    private const string Cell = "applications.new.total";
    private const string Cause = "grid.label-header readings:differ";
    private const string One = $"/review/groups/one?by=Site&cause={Cause}&scope=a.gov.cn";

    [Fact]
    public async Task A_group_says_its_cause_in_words_and_what_a_decision_about_it_changes()
    {
        await using var server = await Doubtful(3);

        var groups = WebUtility.HtmlDecode(await server.Client.GetStringAsync("/review/groups"));
        var group = WebUtility.HtmlDecode(await server.Client.GetStringAsync(One));

        Assert.Contains("another rule reads something else", groups, StringComparison.Ordinal);
        Assert.Contains("/review/groups/one?by=Site&cause=grid.label-header%20readings%3Adiffer&scope=a.gov.cn", groups, StringComparison.Ordinal);
        Assert.Contains("about 3 cells of 3 records: 3 numbers and 0 blanks", group, StringComparison.Ordinal);
        Assert.Contains($"/review/1?cell={Cell}", group, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_confirmed_finished_and_taken_back_on_the_page_that_follows()
    {
        await using var server = await Doubtful(3);
        using var browser = Browser(server);
        var seen = await Seen(server);

        var answer = await Forms.Post(browser, One, "/review/groups/decide", ("by", "Site"), ("cause", Cause), ("scope", "a.gov.cn"), ("seen", seen), ("verdict", "confirmed"));
        var address = answer.Headers.Location!.ToString();
        var page = await browser.GetStringAsync(address);

        Assert.Contains("Stored: 3 cells of 3 records, 3 records finished.", page, StringComparison.Ordinal);
        Assert.Equal(0, await server.Get<ReviewQueue>().Count(default));

        var step = address.Split("step=")[1].Split('&')[0];
        var undone = await Forms.Post(browser, address, "/review/groups/undo", ("by", "Site"), ("step", step));
        Assert.Contains("Taken back: 3 cells", await browser.GetStringAsync(undone.Headers.Location), StringComparison.Ordinal);
        Assert.Equal(3, await server.Get<ReviewQueue>().Count(default));
    }

    [Fact]
    public async Task Rejecting_needs_a_reason_and_a_group_that_changed_is_shown_again()
    {
        await using var server = await Doubtful(2);
        using var browser = Browser(server);
        var seen = await Seen(server);

        var bare = await Forms.Post(browser, One, "/review/groups/decide", ("by", "Site"), ("cause", Cause), ("scope", "a.gov.cn"), ("seen", seen), ("verdict", "corrected"), ("reason", ""));
        Assert.Contains("needs a reason", await bare.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var stale = await Forms.Post(browser, One, "/review/groups/decide", ("by", "Site"), ("cause", Cause), ("scope", "a.gov.cn"), ("seen", "0000"), ("verdict", "corrected"), ("reason", "never printed"));
        Assert.Contains("has changed meanwhile", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await server.Get<ReviewQueue>().Count(default));
    }

    [Fact]
    public async Task Programs_decide_about_a_group_and_take_it_back()
    {
        await using var server = await Doubtful(2);
        var group = Assert.Single((await server.Client.Json("/api/v1/review/groups?by=cell")).GetProperty("items").EnumerateArray());
        Assert.Equal((2, Cell), (group.GetProperty("records").GetInt32(), group.GetProperty("key").GetProperty("scope").GetString()));

        var decision = new { cause = Cause, by = "site", scope = "a.gov.cn", verdict = "publisher_mistake", reason = "printed so", finish = true, seen = await Seen(server) };
        var decided = await (await server.Client.PostAsJsonAsync("/api/v1/review/group", decision)).Json();
        Assert.Equal(HttpStatusCode.Conflict, (await server.Client.PostAsJsonAsync("/api/v1/review/group", decision)).StatusCode);
        Assert.Equal((2, 2), (decided.GetProperty("cells").GetInt32(), decided.GetProperty("finished").GetInt32()));

        var step = new { id = decided.GetProperty("id").GetString() };
        Assert.Equal(HttpStatusCode.OK, (await server.Client.PostAsJsonAsync("/api/v1/review/steps/undo", step)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.PostAsJsonAsync("/api/v1/review/steps/undo", step)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.GetAsync("/api/v1/review/groups?by=colour")).StatusCode);
        Assert.Equal(2, await server.Get<ReviewQueue>().Count(default));
    }

    private static async Task<string> Seen(TestServer server) => (await server.Client.Json($"/api/v1/review/group?by=site&cause={Cause}&scope=a.gov.cn")).GetProperty("seen").GetString()!;

    private static async Task<TestServer> Doubtful(int count)
    {
        var server = await TestServer.Run();
        for (var number = 0; number < count; number++)
        {
            var report = SampleReport.Of(year: 2020 + number, changes: (Cell, 12));
            await server.Store($"https://a.gov.cn/{number}.html", report with
            {
                Status = ReviewStatus.Review, Confidence = 0.4,
                Cells = [.. report.Cells.Select(cell => cell.Cell.ToString() == Cell ? cell with { Confidence = 0.5, Evidence = ["readings:differ"] } : cell)],
            });
        }

        return server;
    }

    private static HttpClient Browser(TestServer server) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
}
