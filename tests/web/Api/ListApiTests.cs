using System.Net;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Api;

public sealed class ListApiTests
{
    [Theory]
    [InlineData("documents", "id")]
    [InlineData("runs", "run_id")]
    [InlineData("failures", "url")]
    public async Task Every_list_can_be_paged_to_its_end(string list, string key)
    {
        await using var server = await TestServer.Run();
        for (var i = 0; i < 5; i++)
            await Fail(server, i);

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await server.Client.Json($"/api/v1/{list}?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(key).ToString()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(5, seen.Count);
        Assert.Equal(5, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("documents")]
    [InlineData("runs")]
    [InlineData("failures")]
    [InlineData("sources")]
    public async Task A_cursor_of_another_list_is_none(string list)
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of());
        await server.Store("https://a.gov.cn/2.html", SampleReport.Of(year: 2023));
        var cursor = (await server.Client.Json("/api/v1/records?limit=1")).GetProperty("next").GetString();

        await (await server.Client.GetAsync($"/api/v1/{list}?cursor={cursor}")).Problem(HttpStatusCode.BadRequest, "bad-cursor");
    }

    [Theory]
    [InlineData("figures?cell=nothing.total")]
    [InlineData("figures?year=next")]
    [InlineData("coverage?region=13")]
    [InlineData("sources?limit=0")]
    public async Task A_wrong_parameter_is_a_problem_that_names_what_is_expected(string address)
    {
        await using var server = await TestServer.Run();

        await (await server.Client.GetAsync($"/api/v1/{address}")).Problem(HttpStatusCode.BadRequest, "bad-parameter");
    }

    [Fact]
    public async Task A_source_that_fails_altogether_says_so()
    {
        await using var server = await TestServer.Run();
        await Fail(server, 1);

        var source = (await server.Client.Json("/api/v1/sources")).GetProperty("items")[0];

        Assert.Equal("test", source.GetProperty("name").GetString());
        Assert.Equal("never_answered", source.GetProperty("alarm").GetString());
    }

    [Fact]
    public async Task The_description_names_every_address_of_the_api()
    {
        await using var server = await TestServer.Run();

        var description = await server.Client.Json("/api/v1/openapi.json");

        var paths = description.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.Equal(
            [
                "/api/v1/activity", "/api/v1/alarms/acknowledge", "/api/v1/alarms/withdraw", "/api/v1/bodies", "/api/v1/bodies/decisions", "/api/v1/bodies/decisions/{id}", "/api/v1/bodies/questions", "/api/v1/bodies/questions/{id}", "/api/v1/bodies/{id}", "/api/v1/changes", "/api/v1/changes/atom", "/api/v1/coverage", "/api/v1/crawls", "/api/v1/documents",
                "/api/v1/documents/{id}", "/api/v1/failures", "/api/v1/failures/give-up", "/api/v1/failures/replay", "/api/v1/figures", "/api/v1/findings", "/api/v1/notices", "/api/v1/records", "/api/v1/records/{id}",
                "/api/v1/records/{id}/cells", "/api/v1/records/{id}/cells/{cell}", "/api/v1/records/{id}/cells/{cell}/citation", "/api/v1/records/{id}/cells/{cell}/reasons", "/api/v1/records/{id}/cells/{cell}/review",
                "/api/v1/records/{id}/cells/{cell}/reviews", "/api/v1/records/{id}/versions", "/api/v1/reextractions", "/api/v1/reextractions/{id}", "/api/v1/releases", "/api/v1/releases/{id}",
                "/api/v1/releases/{id}/files/{name}", "/api/v1/review/assign", "/api/v1/review/audit", "/api/v1/review/group", "/api/v1/review/groups", "/api/v1/review/people", "/api/v1/review/queue", "/api/v1/review/skip", "/api/v1/review/steps", "/api/v1/review/steps/undo", "/api/v1/runs", "/api/v1/runs/{id}", "/api/v1/runs/{id}/detail", "/api/v1/snapshots/{hash}", "/api/v1/snapshots/{hash}/content", "/api/v1/sources", "/api/v1/status",
                "/api/v1/totals",
            ],
            paths.Order(StringComparer.Ordinal));
        Assert.True(description.GetProperty("components").GetProperty("schemas").TryGetProperty("CellReading", out _));
    }

    private static Task Fail(TestServer server, int i)
    {
        var url = new Uri($"https://a.gov.cn/{i}.html");
        var run = new Guid(i + 1, 0, 0, new byte[8]);
        return server.Get<IDocumentLedger>().Record(
            new FetchRecord
            {
                FetchId = run, RunId = run, Source = "test", Url = url.ToString(), Outcome = FetchOutcome.Failed, Reason = "The server answered 500.",
                Facts = new() { RequestedUrl = url, FinalUrl = url, FetchedAt = TestServer.Start.AddDays(i), Status = 500 },
            },
            default);
    }
}
