using MimeKit;
using Pipeline.Contracts.Ports;

namespace Pipeline.Crawler.Tests.Crawling;

/// <summary>A report whose tables are pictures is one document with them.</summary>
public sealed class PagePicturesTests : IDisposable
{
    private const string Title = "平川市水务局2023年政府信息公开工作年度报告";

    private static readonly byte[][] Pictures = [[0x89, 0x50, 0x4E, 0x47, 1, 2, 3], [0x89, 0x50, 0x4E, 0x47, 4, 5, 6]];

    private readonly CrawlBench _bench = new();

    public PagePicturesTests()
    {
        _bench.Site.Page("/", $"<a href='/gknb/2023.html'>{Title}</a>");
        _bench.Site.Page("/gknb/2023.html", Page("<p>一、总体情况</p><p><img src='p/1.png'></p><p><img data-src='/gknb/p/2.png' src='loading.gif'></p>"));
        _bench.Site.Picture("/gknb/p/1.png", Pictures[0]);
        _bench.Site.Picture("/gknb/p/2.png", Pictures[1]);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_page_and_its_pictures_are_one_snapshot_with_their_addresses()
    {
        var report = Assert.Single((await _bench.Crawl()).Sources);

        var fetch = Assert.Single(_bench.Ledger, fetch => fetch.Outcome == FetchOutcome.Fetched);
        Assert.StartsWith("multipart/related", fetch.Facts.Headers.Single(header => header.Key == "Content-Type").Value, StringComparison.Ordinal);
        Assert.Equal("text/html", fetch.Facts.Headers.Single(header => header.Key == "X-Archive-Orig-Content-Type").Value);
        using var saved = MimeMessage.Load(new MemoryStream(_bench.Stored[fetch.Snapshot!.Value]), TestContext.Current.CancellationToken);
        var parts = saved.BodyParts.OfType<MimePart>().ToList();
        Assert.Equal(["/gknb/2023.html", "/gknb/p/1.png", "/gknb/p/2.png"], parts.Select(part => part.ContentLocation!.AbsolutePath));
        Assert.Equal(Pictures, parts[1..].Select(Bytes));
        Assert.Contains(Title, System.Text.Encoding.UTF8.GetString(Bytes(parts[0])), StringComparison.Ordinal);
        Assert.Equal(_bench.Site.Requests.Count, report.Requests);
    }

    [Fact]
    public async Task The_second_night_asks_for_no_picture_of_a_page_that_is_the_same()
    {
        await _bench.Crawl();
        _bench.Site.Requests.Clear();

        Assert.Equal(1, Assert.Single((await _bench.Crawl()).Sources).Unchanged);

        Assert.DoesNotContain(_bench.Site.Requests, path => path.EndsWith(".png", StringComparison.Ordinal));
        var fetches = _bench.Ledger.Where(fetch => fetch.Url.EndsWith("2023.html", StringComparison.Ordinal)).ToList();
        Assert.Equal([FetchOutcome.Fetched, FetchOutcome.Unchanged], fetches.Select(fetch => fetch.Outcome));
        Assert.Equal(fetches[0].Snapshot, fetches[1].Snapshot);
    }

    [Fact]
    public async Task A_picture_that_did_not_come_is_asked_for_the_next_night()
    {
        _bench.Site.Fail("/gknb/p/2.png", 503);
        await _bench.Crawl();
        _bench.Site.Picture("/gknb/p/2.png", Pictures[1]);

        Assert.Equal(1, Assert.Single((await _bench.Crawl()).Sources).Changed);

        var last = _bench.Ledger.Last(fetch => fetch.Outcome == FetchOutcome.Fetched);
        Assert.Contains("/gknb/p/2.png", System.Text.Encoding.ASCII.GetString(_bench.Stored[last.Snapshot!.Value]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<table><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td></tr><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td></tr><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td></tr><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td></tr></table><p><img src='p/1.png'></p>")]
    [InlineData("<a href='/'><p><img src='p/1.png'></p></a><div class='site-logo'><img src='p/2.png'></div>")]
    [InlineData("<p><img src='p/1.png' width='120'></p><ul><li><img src='p/icon-2.png'></li></ul>")]
    [InlineData("<div>主办单位：平川市水务局<img src='p/1.png'></div>")]
    public async Task Pictures_beside_tables_of_text_links_and_emblems_are_left_alone(string content)
    {
        _bench.Site.Page("/gknb/2023.html", Page(content + string.Concat(Enumerable.Repeat("<p>一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况。</p>", 8))));

        await _bench.Crawl();

        Assert.Single(_bench.Recorded(FetchOutcome.Fetched));
        Assert.DoesNotContain(_bench.Site.Requests, path => path.EndsWith(".png", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div><div><img src='p/1.png'></div></div>")]
    [InlineData("<table><tr><td><img src='p/1.png'></td></tr></table>")]
    [InlineData("<ul class='pages'><li><img src='p/1.png'></li></ul>")]
    [InlineData("<div><a href='p/1.png' target='_blank'><img src='p/1.png'></a></div>")]
    public async Task Scans_of_pages_may_stand_in_any_element_below_the_title(string content)
    {
        _bench.Site.Page("/gknb/2023.html", "<div><img src='p/2.png'></div>" + Page(content));

        await _bench.Crawl();

        Assert.Equal(["/gknb/p/1.png"], _bench.Site.Requests.Where(path => path.EndsWith(".png", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked_for()
    {
        _bench.Allows = url => !url.AbsolutePath.StartsWith("/gknb/p/", StringComparison.Ordinal);

        await _bench.Crawl();

        Assert.Single(_bench.Recorded(FetchOutcome.Fetched));
        Assert.DoesNotContain(_bench.Site.Requests, path => path.EndsWith(".png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fetch_on_request_brings_the_pictures_too()
    {
        var document = await _bench.Refetch("http://www.x.gov.cn/gknb/2023.html");

        Assert.Contains("multipart/related", System.Text.Encoding.ASCII.GetString(_bench.Stored[document.Snapshot]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_is_named_as_a_report_is_a_document()
    {
        _bench.Site.Page("/", $"<a href='/files/1.png'>{Title}</a>");
        _bench.Site.Picture("/files/1.png", Pictures[0]);

        await _bench.Crawl();

        Assert.Equal(["/files/1.png"], _bench.Recorded(FetchOutcome.Fetched));
    }

    private static string Page(string content) => $"<h1>{Title}</h1>{content}";

    private static byte[] Bytes(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }
}
