using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Tests.Crawling;

/// <summary>Sources proposed from a portal's lists of bodies.</summary>
public sealed class SourceDiscoveryTests : IDisposable
{
    private readonly CrawlBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Each_body_of_a_portal_gets_its_own_column_and_not_that_of_the_menu()
    {
        const string menu = "<a href='/nb/'>政府信息公开年报</a><a href='/bm/'>部门之窗</a>";
        _bench.Site.Page("/", menu);
        _bench.Site.Page("/bm/", $"{menu}<a href='/jyj/'>云岭县教育局</a><a href='/czj/'>云岭县财政局</a><a href='/hhz/'>河湖镇</a>");
        // Named on its page; a click behind its disclosure page; nowhere.
        _bench.Site.Page("/jyj/", $"{menu}<a href='/jyj/nb/'>政府信息公开年报</a>");
        _bench.Site.Page("/czj/", $"{menu}<a href='/czj/xxgk/'>信息公开</a>");
        _bench.Site.Page("/czj/xxgk/", $"{menu}<a href='/czj/1.html'>财政局2023年政府信息公开工作年度报告</a>");
        _bench.Site.Page("/hhz/", $"{menu}<p>河湖镇简介</p>");
        Assert.Equal(
            [
                new ProposedSource("云岭县教育局", new("http://www.x.gov.cn/jyj/nb/"), true),
                new ProposedSource("云岭县财政局", new("http://www.x.gov.cn/czj/xxgk/"), true),
                new ProposedSource("河湖镇", new("http://www.x.gov.cn/hhz/"), false),
            ],
            (await _bench.Discover("http://www.x.gov.cn/")).Sources);
    }

    [Fact]
    public async Task A_portal_that_cannot_be_read_is_told_from_one_that_names_no_body()
    {
        _bench.Site.Page("/", "<p>概况</p>");

        Assert.Null((await _bench.Discover("http://www.x.gov.cn/")).Trouble);
        Assert.Contains("404", (await _bench.Discover("http://www.x.gov.cn/nowhere/")).Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standings_tell_years_lists_and_what_was_left()
    {
        _bench.Site.Page("/", "<a href='/gknb/'>政府信息公开年报</a><a href='http://www.other.gov.cn/nb/'>政府信息公开年报</a>");
        _bench.Site.Page("/gknb/", string.Concat(new[] { 2020, 2021, 2023 }.Select(year => $"<a href='/gknb/{year}.html'>{year}年政府信息公开工作年度报告</a>")));
        foreach (var year in new[] { 2020, 2021, 2023 })
            _bench.Site.Page($"/gknb/{year}.html", $"<h1>云岭县{year}年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>{string.Concat(Enumerable.Repeat("<tr><td>行政许可</td><td>7</td></tr>", 12))}</table><p>三、收到和处理政府信息公开申请情况</p><p>六、其他需要报告的事项</p>");
        await _bench.Crawl();
        var standing = await _bench.Standing();
        Assert.Equal([2020, 2021, 2023], standing.Years.Years);
        Assert.Contains(2022, standing.Years.Missing);
        Assert.Contains("lists", standing.FoundBy, StringComparison.Ordinal);
        Assert.Contains(standing.Waiting, line => line.Contains("www.other.gov.cn", StringComparison.Ordinal));
    }
}
