using System.Net;
using System.Net.Http.Json;
using Pipeline.Store.Requests;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Api;

public sealed class ReextractionApiTests
{
    [Fact]
    public async Task A_request_is_accepted_with_a_status_that_ends_with_the_difference()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of(changes: ("applications.new.total", 12)));

        var accepted = await server.Client.PostAsJsonAsync("/api/v1/reextractions", new { url = "https://a.gov.cn/1.html" });
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var status = accepted.Headers.Location!.ToString();
        Assert.Equal("running", (await server.Client.Json(status)).GetProperty("state").GetString());
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of(changes: ("applications.new.total", 13)), extractor: "2.0", request: Guid.Parse(status.Split('/')[^1]));

        var done = await server.Client.Json(status);

        Assert.Equal("done", done.GetProperty("state").GetString());
        var record = Assert.Single(done.GetProperty("records").EnumerateArray());
        Assert.Equal((1, 2), (record.GetProperty("version_before").GetInt32(), record.GetProperty("version_after").GetInt32()));
        Assert.Equal("applications.new.total", Assert.Single(record.GetProperty("cells").EnumerateArray()).GetProperty("cell").GetString());
    }

    [Fact]
    public async Task An_address_that_was_never_crawled_is_told()
    {
        await using var server = await TestServer.Run();

        var answer = await server.Client.PostAsJsonAsync("/api/v1/reextractions", new { url = "https://b.gov.cn/1.html" });

        Assert.Contains("not known", await answer.Problem(HttpStatusCode.NotFound, "not-found"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task A_request_without_an_address_is_refused(string url)
    {
        await using var server = await TestServer.Run();

        var answer = await server.Client.PostAsync("/api/v1/reextractions", new StringContent($"{{\"url\":{url}}}", System.Text.Encoding.UTF8, "application/json"));

        await answer.Problem(HttpStatusCode.BadRequest, "bad-parameter");
    }

    [Fact]
    public async Task A_request_that_came_to_nothing_says_why()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of());
        var accepted = await server.Client.PostAsJsonAsync("/api/v1/reextractions", new { url = "https://a.gov.cn/1.html", refetch = true });
        await server.Get<ReextractionRequests>().End((await accepted.Json()).GetProperty("id").GetGuid(), "The server answered 500.", default);

        var status = await server.Client.Json(accepted.Headers.Location!.ToString());

        Assert.Equal(("failed", "The server answered 500."), (status.GetProperty("state").GetString(), status.GetProperty("problem").GetString()));
    }
}
