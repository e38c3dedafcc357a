using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Tests.Crawling;

/// <summary>How far a crawl goes where nothing names a way to reports.</summary>
public sealed class ExploringTests : IDisposable
{
    private const int Columns = 120;

    private static readonly DateTimeOffset Now = new(2026, 11, 28, 20, 0, 0, TimeSpan.Zero);

    private readonly CrawlBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Once_the_reports_stand_in_a_whole_column_the_dull_rest_of_a_portal_is_left_and_told()
    {
        Portal($"<a href='/gknb/'>政府信息公开年报</a>");
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.Equal(Years.Count, report.New);
        Assert.InRange(report.Requests, 1, 8 * report.New);
        Assert.Contains(report.Notes, note => note.Contains("pipeline crawl --explore", StringComparison.Ordinal));
        Assert.Empty(report.Alarms);
    }

    [Fact]
    public async Task A_column_behind_the_last_of_many_that_nothing_names_is_found_because_nothing_was_found_before()
    {
        Portal("");
        _bench.Site.Page($"/c{Columns}x/", "<h1>其他</h1><a href='/gknb/'>政府信息公开年报</a>");
        var report = Assert.Single((await _bench.Crawl()).Sources);
        Assert.Equal(Years.Count, report.New);
    }

    [Fact]
    public async Task A_crawl_that_explores_visits_what_others_left()
    {
        Portal("<a href='/gknb/'>政府信息公开年报</a>");
        await _bench.Crawl();
        _bench.Site.Requests.Clear();
        await _bench.Crawl(explores: true);
        Assert.Contains($"/{Word(50)}/", _bench.Site.Requests);
        Assert.InRange(_bench.Site.Requests.Count, Columns / 2, 2 * Columns);
    }

    [Fact]
    public async Task The_next_night_begins_at_the_list_where_reports_were_found()
    {
        Portal("<a href='/other/'>栏目甲</a>");
        _bench.Site.Page("/other/", "<h1>栏目甲</h1><a href='/gknb/'>政府信息公开年报</a>");
        Assert.Equal(Years.Count, Assert.Single((await _bench.Crawl()).Sources).New);
        _bench.Site.Requests.Clear();
        await _bench.Crawl();
        Assert.StartsWith("/ /other/ /gknb/ /gknb/2", string.Join(' ', _bench.Site.Requests.Where(path => path != "/sitemap.xml")), StringComparison.Ordinal);
        Assert.InRange(_bench.Site.Requests.Count(path => !path.StartsWith("/gknb/", StringComparison.Ordinal)), 1, 8);
    }

    [Fact]
    public async Task Where_all_that_was_asked_of_one_shape_fails_the_rest_is_not_asked()
    {
        _bench.Retries = new() { FirstPause = TimeSpan.FromMilliseconds(20) };
        _bench.Site.Page("/", "<a href='/gknb/'>政府信息公开年报</a>");
        _bench.Site.Page("/gknb/", string.Concat(Enumerable.Range(0, 60).Select(i => $"<a href='/x/{i}.html'>第{i}办2023年政府信息公开工作年度报告</a>")));
        for (var i = 0; i < 60; i++)
            _bench.Site.Fail($"/x/{i}.html", 500);
        await _bench.Crawl();
        Assert.InRange(_bench.Site.Requests.Count(path => path.StartsWith("/x/", StringComparison.Ordinal)), 6, 24);
    }

    [Fact]
    public async Task What_fails_once_everywhere_is_all_had_in_the_same_night()
    {
        _bench.Retries = new() { FirstPause = TimeSpan.FromMilliseconds(20) };
        _bench.Site.Page("/", "<a href='/gknb/'>政府信息公开年报</a>");
        _bench.Site.Page("/gknb/", string.Concat(Enumerable.Range(0, 20).Select(i => $"<a href='/x/{i}.html'>第{i}办2023年政府信息公开工作年度报告</a>")));
        for (var i = 0; i < 20; i++)
            _bench.Site.FailOnce($"/x/{i}.html", 500, Report($"第{i}办2023年"));
        Assert.Equal(20, Assert.Single((await _bench.Crawl()).Sources).New);
    }

    [Fact]
    public void Missing_years_are_those_between_the_first_and_the_last_that_is_due()
    {
        var years = SourceYears.Of([.. new[] { 2020, 2021, 2023, 2024 }.Select(Row)], Now.AddHours(-1), Now);
        Assert.Equal([2022, 2025], years.Missing);
        Assert.True(years.HasColumn);
        Assert.False(years.IsWhole);
    }

    [Fact]
    public void Before_April_the_report_on_the_last_year_is_not_due()
    {
        var years = SourceYears.Of([.. new[] { 2022, 2023, 2024 }.Select(Row)], Now, new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.True(years.IsWhole);
    }

    [Fact]
    public void Nothing_limits_exploring_while_reports_stand_here_and_there()
    {
        var scattered = SourceYears.Of([new(new("http://a.gov.cn/news/1.html"), "2023年年报", Now), new(new("http://a.gov.cn/work/2.html"), "2024年年报", Now), new(null, "2022年年报", Now)], Now, Now);
        Assert.False(scattered.HasColumn);
        Assert.Null(ExploringBudget.Of(scattered));
    }

    private static readonly IReadOnlyList<int> Years = [.. Enumerable.Range(DateTimeOffset.UtcNow.Year - 7, 7)];

    private static FoundDocument Row(int year) => new(new($"http://a.gov.cn/gknb/index_{year}.html"), $"{year}年政府信息公开工作年度报告", Now);

    private static string Report(string title) => $"<title>{title}政府信息公开工作年度报告</title><h1>{title}政府信息公开工作年度报告</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>{string.Concat(Enumerable.Repeat("<tr><td>行政许可</td><td>7</td></tr>", 12))}</table><p>三、收到和处理政府信息公开申请情况</p><p>六、其他需要报告的事项</p>";

    // A home page with many columns; each leads to the next ten.
    private void Portal(string entry)
    {
        string Name(int i) => i == Columns ? $"/c{i}x/" : $"/{Word(i)}/";
        string Menu(int from, int count) => string.Concat(Enumerable.Range(from, count).Select(i => $"<a href='{Name(i % (Columns + 1))}'>栏目{i}</a>"));
        _bench.Site.Page("/", $"<title>云岭县</title>{Menu(0, 60)}{entry}");
        for (var i = 0; i < Columns; i++)
            _bench.Site.Page(Name(i), $"<title>栏目{i}</title>{Menu(i + 1, 10)}<p>{new string('云', 60)}{i}</p>");
        _bench.Site.Page("/gknb/", string.Concat(Years.Select(year => $"<a href='/gknb/{year}.html'>{year}年政府信息公开工作年度报告</a>")));
        foreach (var year in Years)
            _bench.Site.Page($"/gknb/{year}.html", Report($"云岭县{year}年"));
    }

    // No name of a report column, such as nb, comes about.
    private static string Word(int i) => $"k{(char)('a' + i % 26)}u{(char)('a' + i / 26)}";
}
