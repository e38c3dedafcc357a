using System.Text;

namespace Pipeline.Extractor.Tests.Metadata;

/// <summary>Which of the dates on a page is the one of publication.</summary>
public sealed class PublicationDateTests
{
    private const string Title = "<h1>青岚县教育局2023年政府信息公开工作年度报告</h1>";

    [Theory]
    [InlineData("<p>发布时间：2024-01-18 来源：青岚县教育局</p>")]
    [InlineData("<p>2024-01-18 来源：青岚县教育局 浏览次数：12</p>")]
    [InlineData("<p>更新时间：2025-03-01</p><p>公开日期：2024年1月18日</p>")]
    [InlineData("<p>生成日期：2024-01-05</p><p>发布于：2024/1/18 10:22</p>")]
    [InlineData("<p>统计期限：2023年1月1日至2023年12月31日</p><p>日期：2024-01-18</p>")]
    [InlineData("<p>当前时间：2025年12月30日 10:22:01</p><p>【时间：2024-01-18】</p>")]
    [InlineData("<span>发布日期：</span><div>2024-01-18</div>")]
    [InlineData("<table><tr><td>发布机构：青岚县教育局</td><td>发布日期：2024-01-18</td></tr><tr><td>有效期</td><td>2025-12-31</td></tr></table>")]
    [InlineData("<table><tr><th>索引号</th><td>K1/2</td><th>成文日期</th><td>2024-01-05</td></tr><tr><th>发布机构</th><td>青岚县教育局</td><th>公开日期</th><td>2024-01-18</td></tr></table>")]
    [InlineData("<table><tr><td>成文日期：</td><td>2024-01-05</td><td>发布日期：</td><td>2024-01-18</td></tr><tr><td>更新时间:</td><td>2024-12-05</td></tr></table>")]
    [InlineData("<p>二〇二四年一月十八日</p>")]
    [InlineData("<p>二0二四年一月十八日</p>")]
    [InlineData("<p>2024年1月18日 星期四 09:12</p>")]
    [InlineData("<p>发布日期：20240118</p>")]
    [InlineData("<p>成文日期：2024-01-18</p>")]
    public async Task The_label_of_a_date_says_what_it_is(string head) => Assert.Equal(new DateOnly(2024, 1, 18), await Published(Title + head));

    [Theory]
    [InlineData("<p>2025年12月30日 星期二</p>", "")]
    [InlineData("<p>今天是2025年12月30日</p>", "")]
    [InlineData("<p>索引号：20240118</p>", "")]
    [InlineData("<li>教育局召开工作会议部署来年 2025-05-20</li>", "")]
    [InlineData("<ul><li>青岚县教育局2022年政府信息公开工作年度报告 2023-01-20</li></ul>", "")]
    [InlineData("<ul><li>青岚县教育局2022年政府信息公开年报 2023-01-20</li></ul>", "")]
    [InlineData("", "<p>采集时间：2025-12-30</p>")]
    [InlineData("", "<p># 导出时间：2025-12-30 10:20</p>")]
    [InlineData("", "<p>更新时间：2025-12-30</p>")]
    [InlineData("", "<p>统计期限：2023-01-01 至 2023-12-31</p>")]
    public async Task Other_dates_are_none(string above, string below) => Assert.Null(await Published(above + Title + below));

    [Fact]
    public async Task The_day_of_a_print_is_no_date_of_a_signature() => Assert.Null(await Published(Title, "<p>六、其他需要报告的事项</p><p>青岚县教育局</p><p>打印时间：2025年12月30日</p>"));

    [Theory]
    [InlineData("青岚县统计局")]
    [InlineData("青岚县教育局")]
    public async Task A_date_under_the_signature_needs_no_label(string body) =>
        Assert.Equal(new DateOnly(2024, 1, 18), await Published(Title, $"<p>六、其他需要报告的事项</p><p>{body}</p><p>2024年1月18日</p><p>更新时间：2025-12-30</p>"));

    [Theory]
    [InlineData("青岚县教育局 2024年1月18日")]
    [InlineData("青岚县教育局2024年1月18日")]
    [InlineData("青岚县教育局，2024 年 1 月 18 日")]
    [InlineData("（青岚县教育局 二〇二四年一月十八日）")]
    [InlineData("青岚县教育局 2024-1-18 9:05")]
    public async Task A_signature_may_hold_its_date(string signature) =>
        Assert.Equal(new DateOnly(2024, 1, 18), await Published(Title, $"<p>六、其他需要报告的事项</p><p>{signature}</p>"));

    private static async Task<DateOnly?> Published(string head, string foot = "") => Assert.Single((await ReportExtractor.Default.Extract(
        Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body>{head}{ReportFactsTests.Table}{foot}</body></html>"), new DocumentHints { FileName = "page.html" }, TestContext.Current.CancellationToken)).Reports).Published;
}
