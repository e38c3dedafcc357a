using System.Net;
using System.Net.Http.Json;
using Pipeline.Store.Audit;
using Pipeline.Store.Findings;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Bodies;

public sealed class BodyPagesTests
{
    private const string Cell = "applications.new.total";

    [Fact]
    public async Task A_body_is_found_by_a_former_name_and_its_page_has_its_years_side_by_side()
    {
        await using var server = await WithBodies();

        var list = await server.Client.GetStringAsync("/bodies?name=农业局");
        var page = await server.Client.GetStringAsync("/bodies/1");

        Assert.Contains("""<a href="/bodies/1">清河县农业农村局</a>""", list, StringComparison.Ordinal);
        Assert.Contains("清河县农业局", page, StringComparison.Ordinal);
        Assert.Contains("reform of institutions", page, StringComparison.Ordinal);
        Assert.Contains($"""<a href="/explore/2/{Cell}">7,777</a>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_leads_to_its_body_and_each_number_to_how_it_is_cited()
    {
        await using var server = await WithBodies();

        var record = await server.Client.GetStringAsync(await server.PageOf(2));
        var cite = await server.Client.GetStringAsync(await server.PageOf(2, Cell));
        var json = await server.Client.Json($"/api/v1/records/2/cells/{Cell}/citation");

        Assert.Contains("href=\"/bodies/1\"", record, StringComparison.Ordinal);
        Assert.Contains($"href=\"/explore/2/{Cell}\"", record, StringComparison.Ordinal);
        Assert.Contains("清河县农业农村局", cite, StringComparison.Ordinal);
        Assert.Contains("7777", json.GetProperty("text").GetProperty("chinese").GetString(), StringComparison.Ordinal);
        Assert.Equal((7777, "https://a.gov.cn/2.html", "清河县农业农村局"), (json.GetProperty("value").GetInt32(), json.GetProperty("page_url").GetString(), json.GetProperty("body").GetProperty("name").GetString()));
        Assert.Equal(64, json.GetProperty("snapshot").GetString()!.Length);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(await server.PageOf(2, "nothing.total"))).StatusCode);
    }

    [Fact]
    public async Task Bodies_and_totals_are_in_the_api_page_by_page_and_answer_HEAD()
    {
        await using var server = await WithBodies();

        var first = await server.Client.Json("/api/v1/bodies?limit=1");
        var second = await server.Client.Json($"/api/v1/bodies?limit=1&cursor={first.GetProperty("next").GetString()}");
        var body = await server.Client.Json("/api/v1/bodies/1");
        var totals = await server.Client.Json($"/api/v1/totals?cell={Cell}&digits=6&kind=department");
        using var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/bodies"));

        Assert.NotEqual(first.GetProperty("items")[0].GetProperty("id").GetInt64(), second.GetProperty("items")[0].GetProperty("id").GetInt64());
        Assert.Equal(("department", "130534", 2), (body.GetProperty("kind").GetString(), body.GetProperty("region").GetString(), body.GetProperty("names").GetArrayLength()));
        Assert.Equal(["130534", "130500", "130000"], body.GetProperty("places")[0].GetProperty("codes").EnumerateArray().Select(code => code.GetString()));
        Assert.Contains(totals.GetProperty("items").EnumerateArray(), total => total.GetProperty("year").GetInt32() == 2022 && total.GetProperty("sum").GetDecimal() == 7777);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        await (await server.Client.GetAsync("/api/v1/bodies/999")).Problem(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/api/v1/bodies?silent_since=2022")).StatusCode);
        await (await server.Client.GetAsync("/api/v1/bodies?knd=department")).Problem(HttpStatusCode.BadRequest, "unknown-parameter");
        await (await server.Client.GetAsync("/api/v1/bodies?kind=ministry")).Problem(HttpStatusCode.BadRequest, "bad-parameter");
        await (await server.Client.GetAsync("/api/v1/findings?kind=1")).Problem(HttpStatusCode.BadRequest, "bad-parameter");
        await (await server.Client.GetAsync("/api/v1/totals?digits=3")).Problem(HttpStatusCode.BadRequest, "bad-parameter");
        await (await server.Client.GetAsync($"/api/v1/findings?cursor={first.GetProperty("next").GetString()}")).Problem(HttpStatusCode.BadRequest, "bad-cursor");
    }

    [Fact]
    public async Task Findings_name_their_body_year_and_cells()
    {
        await using var server = await WithBodies();

        var page = await server.Client.GetStringAsync("/findings?kind=carried");
        var json = await server.Client.Json("/api/v1/findings?kind=carried");

        Assert.Contains("carried forward", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="/bodies/1">清河县农业农村局</a>""", page, StringComparison.Ordinal);
        var finding = json.GetProperty("items")[0];
        Assert.Equal((2022, "disagrees"), (finding.GetProperty("year").GetInt32(), finding.GetProperty("outcome").GetString()));
        Assert.NotEqual(0, finding.GetProperty("cells").GetArrayLength());
    }

    [Fact]
    public async Task A_question_is_answered_once_and_then_followed()
    {
        await using var server = await WithBodies();
        var question = (await server.Client.Json("/api/v1/bodies/questions")).GetProperty("items")[0].GetProperty("id").GetInt64();

        var page = await server.Client.GetStringAsync("/review/bodies");
        var answer = await server.Client.PutAsJsonAsync($"/api/v1/bodies/questions/{question}", new { same = true });
        await server.Get<Comparison>().Run(always: false, default);

        Assert.Contains("清河县招商投资服务中心", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty((await server.Client.Json("/api/v1/bodies/questions")).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.PutAsJsonAsync($"/api/v1/bodies/questions/{question}", new { same = true })).StatusCode);
        Assert.Single((await server.Client.Json("/api/v1/bodies?name=招商")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task An_answer_is_listed_and_taken_back_so_that_the_question_is_asked_again()
    {
        await using var server = await WithBodies();
        var question = (await server.Client.Json("/api/v1/bodies/questions")).GetProperty("items")[0].GetProperty("id").GetInt64();
        await server.Client.PutAsJsonAsync($"/api/v1/bodies/questions/{question}", new { same = true });
        await server.Get<Comparison>().Run(always: false, default);

        var answer = (await server.Client.Json("/api/v1/bodies/decisions")).GetProperty("items")[0];
        var address = $"/api/v1/bodies/decisions/{answer.GetProperty("id").GetInt64()}";
        var taken = await server.Client.DeleteAsync(address);
        await server.Get<Comparison>().Run(always: false, default);

        Assert.Equal((true, "清河县招商投资服务中心"), (answer.GetProperty("same").GetBoolean(), answer.GetProperty("right").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.DeleteAsync(address)).StatusCode);
        Assert.Single((await server.Client.Json("/api/v1/bodies/questions")).GetProperty("items").EnumerateArray());
        Assert.Equal(2, (await server.Client.Json("/api/v1/bodies?name=招商")).GetProperty("items").GetArrayLength());
        Assert.Equal(["bodies.reopened", "bodies.same"], (await server.Get<AuditLog>().Latest(2, default)).Select(entry => entry.Action));
    }

    private static async Task<TestServer> WithBodies()
    {
        var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of("清河县农业局", 2021, changes: ("applications.carried_forward.total", 99)));
        await server.Store("https://a.gov.cn/2.html", SampleReport.Of("清河县农业农村局", 2022, changes: (Cell, 7777)));
        await server.Store("https://a.gov.cn/3.html", SampleReport.Of("清河县招商引资服务中心", 2021));
        await server.Store("https://a.gov.cn/4.html", SampleReport.Of("清河县招商投资服务中心", 2022));
        await server.Get<Comparison>().Run(always: false, default);
        return server;
    }
}
