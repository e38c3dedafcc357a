using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Pipeline.Releases.Publishing;
using Pipeline.Store.Records;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Api;

public sealed class ChangeApiTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Changes_come_in_order_page_by_page_and_as_a_feed()
    {
        await using var server = await TestServer.Run();
        foreach (var body in new[] { "清河县民政局", "清河县财政局", "清河县教育局" })
            await server.Store($"http://www.qinghe.gov.cn/{body}.html", SampleReport.Of(body));

        var first = await server.Client.Json("/api/v1/changes?since=2020-01-01&limit=2");
        var second = await server.Client.Json($"/api/v1/changes?since=2020-01-01&limit=2&cursor={first.GetProperty("next").GetString()}");
        var feed = XDocument.Parse(await server.Client.GetStringAsync("/api/v1/changes/atom?since=2020-01-01")).Root!;

        var seen = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).ToList();
        Assert.Equal(["清河县教育局", "清河县民政局", "清河县财政局"], seen.Select(change => change.GetProperty("authority").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(seen, change => Assert.Equal("new", change.GetProperty("kind").GetString()));
        Assert.Null(second.GetProperty("next").GetString());
        Assert.Equal(3, feed.Elements(Atom + "entry").Count());
        Assert.Empty((await server.Client.Json("/api/v1/changes?since=2999-01-01")).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.GetAsync(new Uri("/api/v1/changes?since=yesterday", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_file_of_a_release_is_sent_in_parts_and_not_twice()
    {
        await using var server = await TestServer.Run();
        await server.Store("http://www.qinghe.gov.cn/1.html", SampleReport.Of());
        var release = await server.Get<ReleasePublisher>().Below(server.Get<ReleaseShelf>().Folder, new RecordFilter(), new ReleaseChoice("Institute", "", "test"), null, default);
        var address = new Uri($"/api/v1/releases/{release.Tally.About.Id}/files/records.parquet", UriKind.Relative);

        using var part = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(0, 3) } };
        using var magic = await server.Client.SendAsync(part);
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { magic.Headers.ETag! } } };
        using var known = await server.Client.SendAsync(again);

        Assert.Equal((HttpStatusCode.PartialContent, "PAR1"), (magic.StatusCode, await magic.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Single((await server.Client.Json("/api/v1/releases")).GetProperty("items").EnumerateArray());
        Assert.Contains($"href=\"{address}\"", await server.Client.GetStringAsync("/data"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(new Uri($"/api/v1/releases/{release.Tally.About.Id}/files/..%2Fother", UriKind.Relative))).StatusCode);
    }
}
