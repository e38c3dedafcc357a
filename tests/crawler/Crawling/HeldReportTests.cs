using System.Text.Json;
using Pipeline.Contracts.Ports;

namespace Pipeline.Crawler.Tests.Crawling;

/// <summary>Reports that a service gives as data, behind pages that are shells.</summary>
public sealed class HeldReportTests : IDisposable
{
    private readonly CrawlBench _bench = new();

    public HeldReportTests() => _bench.Site.Page("/", "<h1>云岭县人民政府</h1><a href='/nb.html'>政府信息公开年报</a>");

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("getQueryString('id')")]
    [InlineData("new URLSearchParams(location.search).get('id')")]
    [InlineData("this.$route.query.id")]
    public async Task A_shell_whose_script_reads_its_own_address_leads_to_its_report(string id)
    {
        _bench.Site.Page("/nb.html", Link(2022) + Link(2023));
        foreach (var year in (int[])[2022, 2023])
        {
            _bench.Site.Page($"/detail.html?id={year}", $"<h1>信息详情</h1><div id='c'></div><script>var id = {id}; $.getJSON('/api/article', {{ id: id }}, show);</script>");
            _bench.Site.File($"/api/article?id={year}", Article(year));
        }

        await _bench.Crawl();
        _bench.Ledger.Clear();
        var second = Assert.Single((await _bench.Crawl()).Sources);

        Assert.Equal(["/api/article?id=2022", "/api/article?id=2023"], _bench.Recorded(FetchOutcome.Unchanged));
        Assert.DoesNotContain(second.Alarms, alarm => alarm.Contains("browser", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_application_asks_for_the_article_of_each_row_by_its_number()
    {
        _bench.Site.Page("/nb.html", """
            <h1>政府信息公开年报</h1><div id="app"></div><script>
            function list() { $.getJSON("/api/list?page=1", function (r) { app.innerHTML = r.rows.map(function (x) { return '<li><a href="#/detail/' + x.id + '">' + x.title + "</a></li>"; }).join(""); }); }
            function detail(id) { $.getJSON("/api/article/" + id + ".json", show); }
            function route() { var m = /^#\/detail\/(\d+)/.exec(location.hash); if (m) detail(m[1]); else list(); }
            route();</script>
            """);
        _bench.Site.File("/api/list?page=1", JsonSerializer.Serialize(new { total = 3, rows = new[] { new { id = 2022, title = Name(2022) }, new { id = 2023, title = Name(2023) } } }));
        _bench.Site.File("/api/list?page=2", JsonSerializer.Serialize(new { total = 3, rows = new[] { new { id = 2024, title = Name(2024) } } }));
        foreach (var year in (int[])[2022, 2023, 2024])
            _bench.Site.File($"/api/article/{year}.json", Article(year));

        await _bench.Crawl();

        Assert.Equal(["/api/article/2022.json", "/api/article/2023.json", "/api/article/2024.json"], _bench.Recorded(FetchOutcome.Fetched));
    }

    [Fact]
    public async Task A_list_that_holds_the_articles_themselves_is_a_document_and_goes_on()
    {
        _bench.Site.Page("/nb.html", "<h1>政府信息公开年报</h1><div id='l'></div><script>$.getJSON('/api/nb?page=1', show)</script>");
        _bench.Site.File("/api/nb?page=1", $"{{\"rows\":[{Article(2020)},{Article(2021)}]}}");
        _bench.Site.File("/api/nb?page=2", $"{{\"rows\":[{Article(2022)},{Article(2023)}]}}");
        _bench.Site.File("/api/nb?page=3", "{\"rows\":[]}");

        await _bench.Crawl();

        Assert.Equal(["/api/nb?page=1", "/api/nb?page=2"], _bench.Recorded(FetchOutcome.Fetched));
    }

    [Fact]
    public async Task A_list_whose_rows_have_pages_stays_a_list_though_it_holds_their_articles()
    {
        _bench.Site.Page("/nb.html", "<h1>政府信息公开年报</h1><div id='l'></div><script>$.getJSON('/api/nb?page=1', show)</script>");
        _bench.Site.File("/api/nb?page=1", JsonSerializer.Serialize(new { rows = new[] { 2022, 2023 }.Select(year => new { title = Name(year), url = $"/{year}.html", content = Markup(year) }) }));
        foreach (var year in (int[])[2022, 2023])
            _bench.Site.Page($"/{year}.html", $"<h1>{Name(year)}</h1>{Markup(year)}");

        await _bench.Crawl();

        Assert.Equal(["/2022.html", "/2023.html"], _bench.Recorded(FetchOutcome.Fetched));
    }

    [Fact]
    public async Task A_service_that_gives_the_same_rows_whatever_its_number_is_asked_twice_more()
    {
        _bench.Site.Page("/nb.html", "<h1>政府信息公开年报</h1><div id='l'></div><script>$('#l').load('/label?pageIndex=1')</script>");
        foreach (var year in (int[])[2022, 2023])
            _bench.Site.Page($"/{year}.html", $"<h1>{Name(year)}</h1>{Markup(year)}");
        _bench.Site.Otherwise = url => url.AbsolutePath == "/label" ? $"<ul><li><a href='/2022.html'>{Name(2022)}</a></li><li><a href='/2023.html'>{Name(2023)}</a></li></ul>" : null;

        await _bench.Crawl();

        Assert.Equal(["/2022.html", "/2023.html"], _bench.Recorded(FetchOutcome.Fetched));
        Assert.Equal(3, _bench.Site.Requests.Count(request => request.Contains("/label", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Lines_of_text_that_a_script_asks_for_are_rows_and_no_report()
    {
        _bench.Site.Page("/nb.html", "<h1>政府信息公开年报</h1><div id='l'></div><script>$.get('/nb.txt', show)</script>");
        _bench.Site.File("/nb.txt", $"{Name(2022)}\t/2022.html\t2023-01-20\n{Name(2023)}\t/2023.html\t2024-01-20\n");
        foreach (var year in (int[])[2022, 2023])
            _bench.Site.Page($"/{year}.html", $"<h1>{Name(year)}</h1>{Markup(year)}");

        await _bench.Crawl();

        Assert.Equal(["/2022.html", "/2023.html"], _bench.Recorded(FetchOutcome.Fetched));
    }

    private static string Link(int year) => $"<p><a href='/detail.html?id={year}'>{Name(year)}</a></p>";

    private static string Name(int year) => $"云岭县{year}年政府信息公开工作年度报告";

    private static string Article(int year) => JsonSerializer.Serialize(new { title = Name(year), hits = year, content = Markup(year) });

    private static string Markup(int year) =>
        $"<p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>{string.Concat(Enumerable.Repeat($"<tr><td>行政许可</td><td>{year}</td></tr>", 12))}</table><p>三、收到和处理政府信息公开申请情况</p><p>六、其他需要报告的事项</p>";
}
