using Pipeline.Contracts.Ports;

namespace Pipeline.Crawler.Tests.Crawling;

/// <summary>What a second visit tells of pages that are no longer what they were.</summary>
public sealed class NextNightTests : IDisposable
{
    private readonly CrawlBench _bench = new();

    public NextNightTests()
    {
        _bench.Site.Page("/", $"<title>云岭县人民政府</title><a href='/gknb/'>政府信息公开年报</a><p>{new string('云', 60)}</p>");
        _bench.Site.Page("/gknb/", Link(2022) + Link(2023));
        _bench.Site.Page("/gknb/2022.html", Report(2022));
        _bench.Site.Page("/gknb/2023.html", Report(2023));
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_report_in_whose_place_the_home_page_is_shown_is_missing_and_not_gone()
    {
        await _bench.Crawl();
        _bench.Site.Page("/gknb/2022.html", $"<title>云岭县人民政府</title><a href='/gknb/'>政府信息公开年报</a><p>{new string('云', 60)}</p>");
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.Equal((1, 0, 0), (report.SoftNotFound, report.Gone, report.Changed));
        Assert.StartsWith("shows the same as http://www.x.gov.cn/", _bench.Ledger.Single(fetch => fetch.Outcome == FetchOutcome.SoftNotFound).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_comes_back_as_it_was_is_unchanged()
    {
        await _bench.Crawl();
        _bench.Site.Page("/gknb/2022.html", "<p>网站升级中，请稍后再来。给您带来不便敬请谅解。</p>");
        Assert.Equal(1, Assert.Single((await _bench.Crawl()).Sources).SoftNotFound);
        _bench.Site.Page("/gknb/2022.html", Report(2022));
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.Equal((0, 0, 2), (report.New, report.Changed, report.Unchanged));
    }

    [Fact]
    public async Task A_link_to_a_report_that_never_was_there_is_a_dead_link_and_nothing_that_went()
    {
        _bench.Site.Page("/gknb/", Link(2022) + Link(2023) + Link(2019));
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.Equal(0, report.Gone);
        Assert.Empty(_bench.Recorded(FetchOutcome.Gone));
    }

    [Fact]
    public async Task Parts_of_a_list_that_brought_nothing_are_not_asked_for_the_next_night()
    {
        static int Number(Uri url) => int.Parse(url.Query.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture);
        _bench.Site.Page("/gknb/", Link(2022) + Link(2023) + "<a href='/cx?page=1'>政府信息公开年度报告查询</a>");
        _bench.Site.Otherwise = url => url.AbsolutePath == "/cx" ? $"<title>政府信息公开年度报告查询</title><ul><li>通知公告</li></ul><a href='?page={Number(url) + 1}'>下一页</a>" : null;
        await _bench.Crawl();
        var first = _bench.Site.Requests.Count(path => path.StartsWith("/cx", StringComparison.Ordinal));
        _bench.Site.Requests.Clear();
        await _bench.Crawl();
        var second = _bench.Site.Requests.Count(path => path.StartsWith("/cx", StringComparison.Ordinal));
        Assert.InRange(first, 3, 10);
        Assert.InRange(second, 1, 2);
    }

    [Fact]
    public async Task A_stub_that_only_sends_on_is_asked_for_with_its_validator()
    {
        _bench.Site.Page("/", "<meta http-equiv='refresh' content='0;url=/gknb/'>");
        await _bench.Crawl();
        _bench.Site.Requests.Clear();
        var before = _bench.Site.NotModified;
        await _bench.Crawl();
        Assert.Equal(_bench.Site.Requests.Count(path => path is "/" or "/gknb/" or "/gknb/2022.html" or "/gknb/2023.html"), _bench.Site.NotModified - before);
        Assert.Contains("/", _bench.Site.Requests);
    }

    [Fact]
    public async Task A_list_that_no_longer_leads_to_reports_raises_an_alarm_while_its_reports_still_answer()
    {
        await _bench.Crawl();
        _bench.Site.Page("/gknb/", "<p>栏目调整</p>");
        _bench.Site.Page("/", $"<title>云岭县人民政府</title><a href='/gknb/'>栏目</a><p>{new string('云', 60)}</p>");
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.Equal(2, report.Unchanged);
        Assert.Contains("used to list reports", Assert.Single(report.Alarms), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_night_on_which_no_document_is_due_raises_no_alarm()
    {
        for (var night = 0; night < 6; night++)
            Assert.Empty(Assert.Single((await _bench.Crawl()).Sources).Alarms);
    }

    [Fact]
    public async Task The_same_report_under_ever_new_addresses_costs_less_than_fifty_requests()
    {
        var random = new Random(1);
        _bench.Site.Page("/gknb/", Link(2022) + Link(2023) + $"<a href='/s/{random.Next()}/gknb/2023.html'>{Name(2023)}</a>");
        _bench.Site.Otherwise = url => url.AbsolutePath.StartsWith("/s/", StringComparison.Ordinal)
            ? Report(2023) + string.Concat(Enumerable.Range(0, 3).Select(_ => $"<a href='/s/{random.Next()}/gknb/2023.html'>{Name(2023)}</a>"))
            : null;
        await _bench.Crawl();
        Assert.InRange(_bench.Site.Requests.Count, 5, 5 + 50);
    }

    [Fact]
    public async Task Pages_that_send_on_and_on_are_followed_no_further_than_redirects()
    {
        _bench.Site.Page("/gknb/", Link(2022) + Link(2023) + $"<a href='/mr/1'>{Name(2017)}</a>");
        _bench.Site.Otherwise = url => url.AbsolutePath.StartsWith("/mr/", StringComparison.Ordinal)
            ? $"<meta http-equiv='refresh' content='0;url=/mr/{int.Parse(url.Segments[^1], System.Globalization.CultureInfo.InvariantCulture) + 1}'>"
            : null;
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.Equal(1, report.Failed);
        Assert.Equal(11, _bench.Site.Requests.Count(path => path.StartsWith("/mr/", StringComparison.Ordinal)));
    }

    private static string Name(int year) => $"云岭县{year}年政府信息公开工作年度报告";

    private static string Link(int year) => $"<li><a href='/gknb/{year}.html'>{Name(year)}</a></li>";

    private static string Report(int year) =>
        $"<h1>{Name(year)}</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>{string.Concat(Enumerable.Repeat("<tr><td>行政许可</td><td>7</td></tr>", 12))}</table><p>三、收到和处理政府信息公开申请情况</p><p>六、其他需要报告的事项</p>";
}
