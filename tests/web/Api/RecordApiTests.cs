using System.Net;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Api;

public sealed class RecordApiTests
{
    [Fact]
    public async Task Pages_of_a_list_give_every_record_once_in_one_order()
    {
        await using var server = await TestServer.Run();
        for (var i = 0; i < 7; i++)
            await server.Store($"https://www.a{i}.gov.cn/1.html", SampleReport.Of($"清河县第{i}局", 2020 + i));

        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await server.Client.Json($"/api/v1/records?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("record_id").GetInt64()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(7, seen.Count);
        Assert.Equal(7, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_cell_gives_its_reasons()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of());

        var reasons = await server.Client.Json("/api/v1/records/1/cells/applications.new.total/reasons");

        Assert.Equal(["base", "dispute"], reasons.GetProperty("weights").EnumerateArray().Select(weight => weight.GetProperty("feature").GetString()));
        Assert.Equal("71", reasons.GetProperty("others")[0].GetProperty("raw").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync("/api/v1/records/1/cells/none/reasons")).StatusCode);
    }

    [Theory]
    [InlineData("year=2021", 1)]
    [InlineData("year=&authority=&region=&status=&form=", 2)]
    [InlineData("authority=教育", 1)]
    [InlineData("region=13", 2)]
    [InlineData("region=44", 0)]
    [InlineData("status=review", 0)]
    [InlineData("form=2021&status=accepted", 2)]
    public async Task A_filter_leaves_what_it_names(string filter, int expected)
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of("清河县民政局", 2022));
        await server.Store("https://a.gov.cn/2.html", SampleReport.Of("清河县教育局", 2021));

        var page = await server.Client.Json($"/api/v1/records?{filter}");

        Assert.Equal(expected, page.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("cursor=x", "bad-cursor")]
    [InlineData("cursor=%00%FF", "bad-cursor")]
    [InlineData("cursor=cnVucwoxMjM", "bad-cursor")]
    [InlineData("limit=0", "bad-parameter")]
    [InlineData("limit=501", "bad-parameter")]
    [InlineData("limit=many", "bad-request")]
    [InlineData("year=soon", "bad-parameter")]
    [InlineData("form=1999", "bad-parameter")]
    [InlineData("status=good", "bad-parameter")]
    [InlineData("region=1%25", "bad-parameter")]
    public async Task What_an_address_gets_wrong_is_named(string query, string code)
    {
        await using var server = await TestServer.Run();

        await (await server.Client.GetAsync($"/api/v1/records?{query}")).Problem(HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("/api/v1/records/77")]
    [InlineData("/api/v1/records/77/cells")]
    [InlineData("/api/v1/records/77/versions")]
    [InlineData("/api/v1/records/1/cells/applications.nothing")]
    [InlineData("/api/v1/records/one")]
    [InlineData("/api/v1/documents/77")]
    [InlineData("/api/v1/snapshots/77")]
    [InlineData("/api/v1/snapshots/0000000000000000000000000000000000000000000000000000000000000000/content")]
    [InlineData("/api/v1/runs/00000000-0000-0000-0000-000000000077")]
    [InlineData("/api/v1/reextractions/00000000-0000-0000-0000-000000000077")]
    [InlineData("/api/v2/records")]
    public async Task What_does_not_exist_is_a_problem_that_says_so(string address)
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of());

        await (await server.Client.GetAsync(address)).Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task An_unchanged_record_is_answered_with_304_until_it_changes()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of());
        var tag = (await server.Client.GetAsync("/api/v1/records/1")).Headers.ETag!;

        async Task<HttpStatusCode> Ask()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/records/1") { Headers = { IfNoneMatch = { tag } } };
            return (await server.Client.SendAsync(request)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotModified, await Ask());
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of(changes: ("applications.new.total", 99)), extractor: "2.0");
        Assert.Equal(HttpStatusCode.OK, await Ask());
    }

    [Fact]
    public async Task A_cell_comes_with_its_labels_its_proof_and_the_bytes_it_was_read_from()
    {
        await using var server = await TestServer.Run();
        var document = await server.Store("https://a.gov.cn/1.html", SampleReport.Of(changes: ("applications.new.total", 12)));

        var cell = await server.Client.Json("/api/v1/records/1/cells/applications.new.total");

        Assert.Equal("总计", cell.GetProperty("form").GetProperty("column").GetString());
        Assert.Equal(12, cell.GetProperty("reading").GetProperty("value").GetDecimal());
        Assert.Equal("html", cell.GetProperty("reading").GetProperty("source").GetProperty("kind").GetString());
        Assert.Equal(document.Snapshot.ToString(), cell.GetProperty("snapshot").GetString());
        var bytes = await server.Client.GetAsync($"/api/v1/snapshots/{document.Snapshot}/content");
        Assert.Equal("https://a.gov.cn/1.html first", await bytes.Content.ReadAsStringAsync());
        Assert.Equal("attachment", bytes.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task A_snapshot_that_was_altered_on_the_disk_is_gone_and_no_fault_of_the_server()
    {
        await using var server = await TestServer.Run();
        var document = await server.Store("https://a.gov.cn/1.html", SampleReport.Of());
        foreach (var file in Directory.EnumerateFiles(server.Snapshots, "*.br", SearchOption.AllDirectories))
            await File.WriteAllTextAsync(file, "altered");

        var answer = await server.Client.GetAsync($"/api/v1/snapshots/{document.Snapshot}/content");

        await answer.Problem(HttpStatusCode.Gone, "damaged");
    }

    [Fact]
    public async Task Versions_tell_what_each_changed()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of(changes: ("applications.new.total", 12)));
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of(changes: ("applications.new.total", 13)), extractor: "2.0");

        var versions = (await server.Client.Json("/api/v1/records/1/versions")).GetProperty("items");

        Assert.Equal(2, versions.GetArrayLength());
        Assert.Empty(versions[0].GetProperty("cells").EnumerateArray());
        var change = Assert.Single(versions[1].GetProperty("cells").EnumerateArray());
        Assert.Equal(12, change.GetProperty("before").GetProperty("value").GetDecimal());
        Assert.Equal(13, change.GetProperty("after").GetProperty("value").GetDecimal());
    }
}
