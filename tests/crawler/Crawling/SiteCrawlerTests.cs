using Pipeline.Contracts.Ports;

namespace Pipeline.Crawler.Tests.Crawling;

public sealed class SiteCrawlerTests : IDisposable
{
    private readonly CrawlBench _bench = new();

    public SiteCrawlerTests()
    {
        _bench.Site.Page("/", "<a href='/gknb/'>政府信息公开年报</a><a href='/news/1.html'>要闻</a>");
        _bench.Site.Page("/gknb/", Link("/gknb/2023.html", 2023) + Link("/gknb/2022.html", 2022) + "<a href='/gknb/list_2.html'>下一页</a>");
        _bench.Site.Page("/gknb/list_2.html", Link("/gknb/2021.html", 2021));
        _bench.Site.Page("/news/1.html", "<p>会议召开</p>");
        foreach (var year in (int[])[2022, 2023])
            _bench.Site.Page($"/gknb/{year}.html", Report(year, 7));
        _bench.Site.Page("/gknb/2021.html", $"<h1>{Name(2021)}</h1><p>详见附件。</p><a href='/files/2021.docx'>附件：{Name(2021)}.docx</a>");
        _bench.Site.File("/files/2021.docx", "PK\x03\x04 a file");
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Lists_pages_and_attachments_are_crawled_once_each()
    {
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.Equal(["/files/2021.docx", "/gknb/2022.html", "/gknb/2023.html"], _bench.Recorded(FetchOutcome.Fetched));
        Assert.Equal((3, 3, 0), (report.Found, report.New, report.Failed));
        Assert.Equal(_bench.Site.Requests.Count, _bench.Site.Requests.Distinct().Count());
    }

    [Fact]
    public async Task An_attachment_names_the_page_and_the_words_that_led_to_it()
    {
        await _bench.Crawl();
        var facts = _bench.Ledger.Single(fetch => fetch.Url.EndsWith(".docx", StringComparison.Ordinal)).Facts;
        Assert.Equal(("/gknb/2021.html", $"附件：{Name(2021)}.docx"), (facts.Referrer!.AbsolutePath, facts.LinkText));
    }

    [Fact]
    public async Task Every_document_is_stored_then_recorded_then_announced()
    {
        await _bench.Crawl();
        foreach (var document in _bench.Steps.GroupBy(step => step.Split(' ')[1]))
            Assert.Equal(["snapshot", "ledger", "announced"], document.Select(step => step.Split(' ')[0]));
    }

    [Fact]
    public async Task The_second_night_notices_what_changed_what_went_and_what_is_new()
    {
        await _bench.Crawl();
        _bench.Ledger.Clear();
        _bench.Site.Page("/gknb/2023.html", Report(2023, 8));
        _bench.Site.Gone("/gknb/2022.html");
        _bench.Site.Page("/gknb/list_2.html", Link("/gknb/2021.html", 2021) + Link("/gknb/2020.html", 2020));
        _bench.Site.Page("/gknb/2020.html", Report(2020, 3));
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.Equal((1, 1, 1, 1), (report.New, report.Changed, report.Unchanged, report.Gone));
        Assert.Equal(["/gknb/2020.html", "/gknb/2023.html"], _bench.Recorded(FetchOutcome.Fetched));
        Assert.Equal(["/files/2021.docx"], _bench.Recorded(FetchOutcome.Unchanged));
        Assert.Equal(["/gknb/2022.html"], _bench.Recorded(FetchOutcome.Gone));
    }

    [Fact]
    public async Task A_crawl_whose_process_died_before_its_end_was_noted_is_noted_by_the_next()
    {
        _bench.OnEnd = () => throw new OperationCanceledException();
        await Assert.ThrowsAsync<OperationCanceledException>(() => _bench.Crawl());
        _bench.OnEnd = null;

        await _bench.Crawl();

        Assert.Equal([Assert.Single(_bench.Runs).RunId], _bench.Ends);
    }

    [Fact]
    public async Task What_a_crawl_did_is_told_address_by_address_the_last_first()
    {
        _bench.Allows = url => url.AbsolutePath != "/gknb/2022.html";
        await _bench.Crawl();

        var log = await _bench.Log();

        Assert.Equal(log.OrderByDescending(line => line.At).Select(line => line.At), log.Select(line => line.At));
        Assert.Equal(("new", null), log.Where(line => line.Url.EndsWith("/2023.html", StringComparison.Ordinal)).Select(line => (line.Outcome, line.Reason)).Single());
        var refused = log.Single(line => line.Url.EndsWith("/2022.html", StringComparison.Ordinal));
        Assert.Equal("refused_by_robots", refused.Outcome);
        Assert.Contains("Disallow", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_counter_is_no_change()
    {
        _bench.Site.Page("/gknb/2023.html", Report(2023, 7) + "<span>浏览次数：1001</span><a href='/news/1.html'>相关：旧闻</a>");
        await _bench.Crawl();
        _bench.Site.Page("/gknb/2023.html", Report(2023, 7) + "<span>浏览次数：1002</span><a href='/news/2.html'>相关：新闻</a>");
        Assert.Equal(0, Assert.Single((await _bench.Crawl()).Sources).Changed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public async Task A_crawl_killed_in_the_middle_goes_on_and_repeats_only_what_was_under_way(int at)
    {
        using var kill = new CancellationTokenSource();
        _bench.Site.OnRequest = _ =>
        {
            if (_bench.Site.Requests.Count == at)
                kill.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.Crawl(kill.Token));
        _bench.Site.OnRequest = null;
        var report = await _bench.Crawl();
        Assert.True(report.Resumed);
        Assert.Equal(3, Assert.Single(report.Sources).New);
        Assert.Equal(["/files/2021.docx", "/gknb/2022.html", "/gknb/2023.html"], _bench.Recorded(FetchOutcome.Fetched));
        Assert.True(_bench.Site.Requests.GroupBy(path => path).Count(group => group.Count() > 1) <= 1);
        Assert.Single(_bench.Runs.Select(run => run.RunId).Distinct());
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_recorded_and_not_requested()
    {
        _bench.Allows = url => url.AbsolutePath != "/gknb/2022.html";
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.Equal(["/gknb/2022.html"], _bench.Recorded(FetchOutcome.RefusedByRobots));
        Assert.DoesNotContain("/gknb/2022.html", _bench.Site.Requests);
        Assert.Equal(1, report.RefusedByRobots);
        Assert.Contains("Disallow", Assert.Single(report.Troubles).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_robots_txt_that_cannot_be_reached_is_no_prohibition_and_the_source_is_told_as_failed()
    {
        await _bench.Crawl();
        Assert.NotEmpty(_bench.AnsweredAgain);
        _bench.IsRobotsUnreachable = true;

        var report = Assert.Single((await _bench.Crawl()).Sources);

        Assert.Equal(0, report.RefusedByRobots);
        Assert.NotEqual(0, report.RobotsUnreachable);
        Assert.Contains("/gknb/2022.html", _bench.Recorded(FetchOutcome.RobotsUnreachable));
        var told = Assert.Single(_bench.Told);
        Assert.Equal((0, report.RobotsUnreachable, 3, "robots.txt: connection refused"), (told.Found, told.Failed, told.Expected, told.Reason));
    }

    [Fact]
    public async Task A_redirect_to_a_known_page_costs_nothing_more_and_circles_end()
    {
        _bench.Site.Page("/news/1.html", Link("/go/1", 2023) + Link("/loop/a", 2019) + Link("/self", 2018));
        _bench.Site.Redirect("/go/1", "/gknb/2023.html");
        _bench.Site.Redirect("/loop/a", "/loop/b");
        _bench.Site.Redirect("/loop/b", "/loop/a");
        _bench.Site.Redirect("/self", "/self");
        await _bench.Crawl();
        Assert.Equal(_bench.Site.Requests.Count, _bench.Site.Requests.Distinct().Count());
        Assert.Equal(["/loop/b", "/self"], _bench.Recorded(FetchOutcome.Failed));
    }

    [Fact]
    public async Task Strangers_and_private_addresses_are_never_asked()
    {
        _bench.Site.Page("/news/1.html", "<a href='http://127.0.0.1:9/nb.html'>政府信息公开年报</a><a href='http://www.stranger.cn/'>政府信息公开年报</a><a href='/out'>2019年政府信息公开年报</a>");
        _bench.Site.Redirect("/out", "http://169.254.169.254/latest/meta-data/");
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.All(_bench.Site.Requests, path => Assert.StartsWith("/", path, StringComparison.Ordinal));
        Assert.Equal(1, report.RefusedByPolicy);
    }

    [Theory]
    [InlineData("/rili/?d=2023-01", "calendar")]
    [InlineData("/nbcx/?page=1", "pager")]
    [InlineData("/zt/a/", "folders")]
    [InlineData("/list/1/", "random")]
    public async Task A_trap_costs_less_than_fifty_requests(string entry, string kind)
    {
        var random = new Random(1);
        _bench.Site.Page("/news/1.html", $"<a href='{entry}'>政府信息公开年度报告查询</a>");
        _bench.Site.Otherwise = url => url.AbsolutePath.StartsWith(entry.Split('?')[0][..3], StringComparison.Ordinal) ? kind switch
        {
            "calendar" => string.Concat(Enumerable.Range(1, 28).Select(day => $"<a href='?d={random.Next(1990, 2100)}-{random.Next(1, 13)}-{day}'>{day}</a>")),
            "pager" => $"<ul><li>年度报告</li></ul><a href='?page={int.Parse(url.Query[6..], System.Globalization.CultureInfo.InvariantCulture) + 1}'>下一页</a>",
            "folders" => "<a href='a/'>政府信息公开年度报告专栏</a>",
            _ => $"<a href='/list/{random.Next()}/{random.Next()}.html'>{Name(2020)}</a><a href='/list/{random.Next()}/'>下一页</a>",
        } : null;
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.InRange(_bench.Site.Requests.Count, 9, 9 + 50);
        Assert.Equal(3, report.Found);
        Assert.NotEmpty(report.LeftAlone);
    }

    [Fact]
    public async Task A_new_report_among_many_pages_of_one_shape_is_found_the_next_night()
    {
        var list = string.Concat(Enumerable.Range(1, 60).Select(id => $"<li><a href='/show.asp?id={id}'>政府信息公开年报解读之{id}</a></li>"));
        for (var id = 1; id <= 60; id++)
            _bench.Site.Page($"/show.asp?id={id}", "<p>图解</p>");
        _bench.Site.Page("/gknb/", list);
        await _bench.Crawl();
        _bench.Site.Page("/gknb/", list + Link("/show.asp?id=99", 2024));
        _bench.Site.Page("/show.asp?id=99", Report(2024, 5));
        await _bench.Crawl();
        Assert.Contains("/show.asp?id=99", _bench.Recorded(FetchOutcome.Fetched));
    }

    [Fact]
    public async Task The_limit_of_requests_is_kept_and_told()
    {
        _bench.Source = _bench.Source with { MaxPages = 4 };
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.Equal(4, report.Requests);
        Assert.Contains(report.Alarms, alarm => alarm.Contains("maxPages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_that_falls_silent_raises_an_alarm()
    {
        await _bench.Crawl();
        _bench.Site.Page("/", "<p>建设中</p>");
        foreach (var path in (string[])["/gknb/", "/gknb/list_2.html", "/gknb/2021.html", "/gknb/2022.html", "/gknb/2023.html", "/files/2021.docx"])
            _bench.Site.Gone(path);
        Assert.Contains("used to yield 3", Assert.Single(Assert.Single((await _bench.Crawl()).Sources).Alarms), StringComparison.Ordinal);
    }

    private static string Name(int year) => $"云岭县{year}年政府信息公开工作年度报告";

    private static string Link(string path, int year) => $"<li><a href='{path}'>{Name(year)}</a></li>";

    private static string Report(int year, int number) =>
        $"<h1>{Name(year)}</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>{string.Concat(Enumerable.Repeat($"<tr><td>行政许可</td><td>{number}</td></tr>", 12))}</table><p>三、收到和处理政府信息公开申请情况</p><p>六、其他需要报告的事项</p>";
}
