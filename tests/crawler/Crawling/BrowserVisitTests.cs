using Pipeline.Crawler.Browsing;

namespace Pipeline.Crawler.Tests.Crawling;

/// <summary>When a browser is opened, and what becomes of what it shows.</summary>
public sealed class BrowserVisitTests : IDisposable, IPageBrowser
{
    private readonly CrawlBench _bench = new();
    private readonly List<Uri> _opened = [];

    public BrowserVisitTests() => _bench.Site.Page("/", "<h1>青溪县人民政府</h1><a href='/nb.html'>政府信息公开年报</a>");

    public string? Missing { get; private set; }

    public void Dispose() => _bench.Dispose();

    public async Task<BrowsedPage> Open(Uri page, IBrowserNetwork network, BrowserGuide guide, CancellationToken cancellation)
    {
        _opened.Add(page);
        for (var i = 0; i < 100; i++)
            await network.Ask(new(new Uri(page, $"/flood/{i}"), "GET", null, null), cancellation);
        Assert.Null(await network.Ask(new(new Uri("http://stranger.example/x"), "GET", null, null), cancellation));
        Assert.Null(await network.Ask(new(new Uri(page, "/x"), "DELETE", null, null), cancellation));
        return new([new(page, "<a href='/2023.html'>青溪县2023年政府信息公开工作年度报告</a>")], [], null);
    }

    [Fact]
    public async Task A_column_that_only_scripts_can_show_is_opened_once_and_its_requests_are_bounded()
    {
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", "<h1>政府信息公开年报</h1><div id='l'></div><script>run()</script>");

        await _bench.Crawl();
        await _bench.Crawl();

        Assert.Equal("/nb.html", Assert.Single(_opened).AbsolutePath);
        Assert.Equal(60, _bench.Site.Requests.Count(path => path.StartsWith("/flood/", StringComparison.Ordinal)));
        Assert.Contains("/2023.html", _bench.Site.Requests);
    }

    [Fact]
    public async Task A_column_that_shows_its_rows_is_not_opened()
    {
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", "<h1>政府信息公开年报</h1><a href='/2023.html'>青溪县2023年政府信息公开工作年度报告</a><script>count()</script>");

        await _bench.Crawl();

        Assert.Empty(_opened);
    }

    [Fact]
    public async Task A_column_is_opened_only_when_what_its_script_asks_for_has_brought_no_rows()
    {
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", "<h1>政府信息公开年报</h1><div id='l'></div><script>$.getJSON('/list.json?page=1', show)</script>");
        _bench.Site.File("/list.json?page=1", "{\"rows\":[{\"title\":\"青溪县2023年政府信息公开工作年度报告\",\"url\":\"/2023.html\"}]}");

        await _bench.Crawl();
        Assert.Empty(_opened);

        _bench.Site.File("/list.json?page=1", "{\"code\":403}");
        await _bench.Crawl();
        await _bench.Crawl();
        Assert.Single(_opened);
    }

    [Fact]
    public async Task Without_a_browser_the_column_is_told_with_what_to_do()
    {
        Missing = "no Chromium was found";
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", "<h1>政府信息公开年报</h1><div id='l'></div><script>run()</script>");

        var report = Assert.Single((await _bench.Crawl()).Sources);

        Assert.Contains(report.Alarms, alarm => alarm.Contains("/nb.html needs a browser, and no Chromium was found", StringComparison.Ordinal));
    }
}
