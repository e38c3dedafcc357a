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
    public async Task A_column_whose_script_first_asks_for_its_settings_is_opened()
    {
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", "<h1>政府信息公开年报</h1><div id='l'></div><script>$.getJSON('/config.json', go)</script>");
        _bench.Site.File("/config.json", "{\"api\":\"/svc/v2\",\"channel\":\"c7712\"}");

        await _bench.Crawl();

        Assert.Equal("/nb.html", Assert.Single(_opened).AbsolutePath);
    }

    [Theory]
    [InlineData("<html><head><title>政务公开</title></head><body><ul><li id='ch_11'>政府信息公开指南</li><li id='ch_12'>政府信息公开年报</li></ul><script src='/menu.js'></script></body></html>", 1)]
    [InlineData("<html><head><title>政务公开</title></head><body><ul><li id='ch_11'>政府信息公开指南</li></ul><p>本机关每年编制政府信息公开工作年度报告，向社会公布。公民、法人和其他组织可以在本机关的网站和档案馆、图书馆查阅，也可以向本机关的办事机构索取，办事机构在工作日的上午九时至十二时、下午二时至五时接待来访，并以电话、传真和信函答复询问，不收取任何费用。</p><script src='/menu.js'></script></body></html>", 0)]
    [InlineData("<?xml version='1.0'?><?xml-stylesheet type='text/xsl' href='list.xsl'?><list><row id='1'><title>青溪县年报</title></row></list>", 1)]
    public async Task A_menu_that_names_the_column_without_a_link_and_a_column_that_a_style_sheet_makes_are_opened(string page, int visits)
    {
        _bench.Browser = this;
        _bench.Site.Page("/", $"<h1>青溪县人民政府</h1><a href='/zwgk.xml'>{(page.StartsWith("<?xml", StringComparison.Ordinal) ? "政府信息公开年报" : "政务公开")}</a>");
        _bench.Site.File("/zwgk.xml", page);

        await _bench.Crawl();

        Assert.Equal(visits, _opened.Count);
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

    [Theory]
    [InlineData("<p>共 26 条</p>")]
    [InlineData("<a href='javascript:turn(2)'>下一页</a>", 12)]
    [InlineData("<div>加载更多</div>", 12)]
    [InlineData("<span>共 3 页</span>")]
    public async Task A_list_that_goes_on_by_scripts_alone_is_opened_once(string saysSo, int rows = 2)
    {
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", $"<h1>政府信息公开年报</h1>{Rows(rows)}{saysSo}<script>run()</script>");

        var report = Assert.Single((await _bench.Crawl()).Sources);
        await _bench.Crawl();

        Assert.Equal("/nb.html", Assert.Single(_opened).AbsolutePath);
        Assert.Contains("/2023.html", _bench.Site.Requests);
        Assert.Contains("/r/1.html", _bench.Site.Requests);
        Assert.DoesNotContain(report.Alarms, alarm => alarm.Contains("browser", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p>共 2 条</p><a href='javascript:turn(2)'>下一页</a>")]
    [InlineData("<span>共 3 页</span>", "/nb_1.html")]
    [InlineData("<p>共 26 条</p><a href='/more.html'>下一页</a>", "/more.html")]
    public async Task A_list_whose_further_parts_are_found_otherwise_is_not_opened(string saysSo, string? next = null)
    {
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", $"<h1>政府信息公开年报</h1>{Rows(2)}{saysSo}<script>run()</script>");
        if (next is not null)
            _bench.Site.Page(next, $"<h1>政府信息公开年报</h1>{Rows(4)}");

        await _bench.Crawl();

        Assert.Empty(_opened);
    }

    [Fact]
    public async Task A_list_that_says_more_than_there_is_is_opened_once_a_week()
    {
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", $"<h1>政府信息公开年报</h1><a href='/2023.html'>青溪县2023年政府信息公开工作年度报告</a><p>共 26 条</p><script>run()</script>");

        var report = Assert.Single((await _bench.Crawl()).Sources);
        await _bench.Crawl();

        Assert.Single(_opened);
        Assert.DoesNotContain(report.Alarms, alarm => alarm.Contains("browser", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_browser_a_list_that_is_cut_is_told()
    {
        Missing = "no Chromium was found";
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", $"<h1>政府信息公开年报</h1>{Rows(2)}<p>共 26 条</p><script>run()</script>");

        var report = Assert.Single((await _bench.Crawl()).Sources);

        Assert.Contains(report.Alarms, alarm => alarm.Contains("shows fewer rows than it says: http://www.x.gov.cn/nb.html needs a browser, and no Chromium was found", StringComparison.Ordinal));
        Assert.Contains("/r/1.html", _bench.Site.Requests);
    }

    [Fact]
    public async Task Without_a_browser_a_list_that_is_cut_is_asked_only_whether_it_has_changed_until_there_is_one()
    {
        Missing = "no Chromium was found";
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", $"<h1>政府信息公开年报</h1>{Rows(2)}<p>共 26 条</p><script>run()</script>");
        await _bench.Crawl();
        var before = _bench.Site.NotModified;

        var report = Assert.Single((await _bench.Crawl()).Sources);

        Assert.True(_bench.Site.NotModified > before);
        Assert.Contains(report.Alarms, alarm => alarm.Contains("shows fewer rows than it says: http://www.x.gov.cn/nb.html needs a browser", StringComparison.Ordinal));
        Missing = null;
        await _bench.Crawl();
        Assert.Single(_opened);
    }

    [Fact]
    public async Task A_dry_run_asks_for_the_list_of_a_page_and_shows_its_first_rows()
    {
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", "<h1>政府信息公开年报</h1><div id='l'></div><script>$.getJSON('/list.json?page=1', show)</script>");
        _bench.Site.File("/list.json?page=1", "{\"rows\":[{\"title\":\"青溪县2023年政府信息公开工作年度报告\",\"url\":\"/2023.html\"}]}");

        var list = Assert.Single((await _bench.TryOut("http://www.x.gov.cn/nb.html")).Lists);

        Assert.Equal(("GET http://www.x.gov.cn/list.json?page=1", "script", "page", null), (list.Request, list.LearnedFrom, list.Counter, list.Trouble));
        Assert.Equal("http://www.x.gov.cn/2023.html", Assert.Single(list.Rows).Url.AbsoluteUri);
        Assert.Empty(_opened);
    }

    [Fact]
    public async Task A_dry_run_has_a_browser_show_what_nothing_else_tells()
    {
        _bench.Browser = this;
        _bench.Site.Page("/nb.html", "<h1>政府信息公开年报</h1><div id='l'></div><script>run()</script>");

        var run = await _bench.TryOut("http://www.x.gov.cn/nb.html");

        Assert.Equal("shown by a browser", run.State);
        Assert.Contains(run.Links, link => link is { Followed: true } && link.Url.AbsolutePath == "/2023.html");
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

    private static string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"<a href='/r/{i}.html'>青溪县{2010 + i}年政府信息公开工作年度报告</a>"));
}
