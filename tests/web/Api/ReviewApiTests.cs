using System.Net;
using System.Net.Http.Json;
using System.Text;
using Pipeline.Store.Audit;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Api;

public sealed class ReviewApiTests
{
    private const string Cell = "/api/v1/records/1/cells/applications.new.total";

    [Fact]
    public async Task A_correction_keeps_the_machines_value_and_outlives_a_new_reading()
    {
        await using var server = await WithRecord();

        var stored = await server.Client.PutAsJsonAsync($"{Cell}/review", new { verdict = "corrected", value = 21, reason = "印刷为21", expected = 0 });
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of(changes: ("applications.new.total", 13)), extractor: "2.0");

        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        var review = (await server.Client.Json(Cell)).GetProperty("review");
        Assert.Equal(21, review.GetProperty("value").GetDecimal());
        Assert.Equal(12, review.GetProperty("machine_value").GetDecimal());
        Assert.Equal("印刷为21", review.GetProperty("reason").GetString());
        var entry = Assert.Single(await server.Get<AuditLog>().Latest(10, default));
        Assert.Equal(("cell.corrected", "a.gov.cn 清河县民政局 2022 applications.new.total", Environment.UserName), (entry.Action, entry.Subject, entry.Who));
    }

    [Fact]
    public async Task What_may_only_be_looked_at_is_shown_and_a_decision_on_it_refused()
    {
        await using var owner = await WithRecord();
        await using var server = await TestServer.Run(stored: owner.Database);

        var refused = await server.Client.PutAsJsonAsync($"{Cell}/review", new { verdict = "confirmed", expected = 0 });

        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(await server.PageOf(1))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("read-only", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format=jsonl", "\"applications.new.total\":{\"verdict\":\"corrected\",\"value\":21,\"machine_value\":12,\"reason\":\"印刷为21\"")]
    [InlineData("format=jsonl&shape=cells", "\"review\":{\"verdict\":\"corrected\",\"value\":21")]
    [InlineData("format=csv", ",corrected,21,")]
    [InlineData("format=csv&shape=records", ",applications.new.total=21,")]
    public async Task Every_export_tells_what_people_corrected_beside_what_the_machine_read(string query, string expected)
    {
        await using var server = await WithRecord();
        await server.Client.PutAsJsonAsync($"{Cell}/review", new { verdict = "corrected", value = 21, reason = "印刷为21", expected = 0 });

        var export = await server.Client.GetStringAsync($"/explore/download?{query}");

        Assert.Contains(expected, export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_decide_about_one_cell_the_second_gets_a_conflict_and_nothing_is_lost()
    {
        await using var server = await WithRecord();
        await server.Client.PutAsJsonAsync($"{Cell}/review", new { verdict = "corrected", value = 21, reason = "first", expected = 0 });

        var second = await server.Client.PutAsJsonAsync($"{Cell}/review", new { verdict = "confirmed", expected = 0 });

        await second.Problem(HttpStatusCode.Conflict, "decided-meanwhile");
        Assert.Equal(21, (await second.Json()).GetProperty("standing").GetProperty("value").GetDecimal());
        var again = await server.Client.PutAsJsonAsync($"{Cell}/review", new { verdict = "reopened", expected = 1 });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(["corrected", "reopened"], (await server.Client.Json($"{Cell}/reviews")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task Of_many_at_the_same_instant_exactly_one_decides()
    {
        await using var server = await WithRecord();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => server.Client.PutAsJsonAsync($"{Cell}/review", new { verdict = "corrected", value = i, reason = "race", expected = 0 })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(11, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("""{"verdict":"corrected","value":1,"expected":0}""", "bad-decision")]
    [InlineData("""{"verdict":"publisher_mistake","expected":0}""", "bad-decision")]
    [InlineData("""{"verdict":"confirmed","value":1,"expected":0}""", "bad-decision")]
    [InlineData("""{"verdict":"corrected","value":1e20,"reason":"x","expected":0}""", "bad-decision")]
    [InlineData("""{"verdict":"fine","expected":0}""", "bad-request")]
    [InlineData("""{"verdict":99,"expected":0}""", "bad-request")]
    [InlineData("""{"verdict":0,"expected":0}""", "bad-request")]
    [InlineData("""{"verdict":"0","expected":0}""", "bad-request")]
    [InlineData("""{"verdict":"confirmed"}""", "bad-request")]
    [InlineData("""{"verdict":"confirmed","expected":0,"by":"me"}""", "bad-request")]
    [InlineData("""{"verdict":""", "bad-request")]
    [InlineData("", "bad-request")]
    public async Task A_decision_that_makes_no_sense_is_refused_and_nothing_is_stored(string body, string code)
    {
        await using var server = await WithRecord();

        var answer = await server.Client.PutAsync($"{Cell}/review", new StringContent(body, Encoding.UTF8, "application/json"));

        await answer.Problem(HttpStatusCode.BadRequest, code);
        Assert.Empty((await server.Client.Json($"{Cell}/reviews")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_form_or_text_is_no_decision()
    {
        await using var server = await WithRecord();

        await (await server.Client.PutAsync($"{Cell}/review", new StringContent("verdict=confirmed&expected=0", Encoding.UTF8, "application/x-www-form-urlencoded"))).Problem(HttpStatusCode.UnsupportedMediaType, "wrong-content-type");
        await (await server.Client.PutAsync($"{Cell}/review", new StringContent("""{"verdict":"confirmed","expected":0}""", Encoding.UTF8, "text/plain"))).Problem(HttpStatusCode.UnsupportedMediaType, "wrong-content-type");
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        await using var server = await WithRecord();

        var answer = await server.Client.PutAsJsonAsync($"{Cell}/review", new { verdict = "confirmed", reason = new string('长', 40_000), expected = 0 });

        await answer.Problem(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    private static async Task<TestServer> WithRecord()
    {
        var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of(changes: ("applications.new.total", 12)));
        return server;
    }
}
