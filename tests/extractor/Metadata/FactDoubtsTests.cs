using System.Text;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Seen;

namespace Pipeline.Extractor.Tests.Metadata;

/// <summary>Pages that name two bodies or years, or call themselves drafts, wait for a person, however plain their figures are.</summary>
public sealed class FactDoubtsTests
{
    private const string Title = "<h1>郁州县青坡镇人民政府2024年政府信息公开工作年度报告";

    private const string Signed = "<p class=\"sign\">郁州县青坡镇人民政府";

    [Theory]
    [InlineData("year.contested", Title, "<h1>郁州县青坡镇人民政府2023年政府信息公开工作年度报告")]
    [InlineData("year.contested", "统计期限自2024年1月1日起至2024年12月31日", "统计期限自2023年1月1日起至2023年12月31日")]
    [InlineData("year.contested", Title, "<p>现公布2023年政府信息公开工作年度报告。</p>" + Title)]
    [InlineData("year.contested", "<section>\n<h2>一、总体情况", "<section>\n<h2>郁州县青坡镇人民政府2023年政府信息公开工作年度报告</h2><h2>一、总体情况")]
    [InlineData("year.contested", "<title>郁州县青坡镇人民政府2024", "<title>郁州县青坡镇人民政府2023")]
    [InlineData("year.contested", Title, "<h1>郁州县青坡镇人民政府2023-2024年政府信息公开工作年度报告")]
    [InlineData("year.contested", Title, "<h1>郁州县青坡镇人民政府2024年上半年政府信息公开工作报告")]
    [InlineData("year.contested", "<time datetime=\"2025-02-18\">2025-02-18</time>", "<time datetime=\"2024-02-18\">2024-02-18</time>")]
    [InlineData("authority.contested", Title, "<h1>郁州县红石镇人民政府2024年政府信息公开工作年度报告")]
    [InlineData("authority.contested", Title, "<h1>郁州县青坡镇人民政府、红石镇人民政府2024年政府信息公开工作年度报告")]
    [InlineData("authority.contested", Signed, "<p class=\"sign\">郁州县红石镇人民政府")]
    [InlineData("authority.contested", Title, "<h1>青坡镇A2区2024年政府信息公开工作年度报告")]
    [InlineData("report.unfinished", Title, Title + "（征求意见稿）")]
    [InlineData("report.unfinished", Title, Title + "（模板）")]
    [InlineData("report.unfinished", Title, "<h1>郁州县2024年各乡镇政府信息公开工作年度报告汇总")]
    public async Task What_the_page_contradicts_waits(string issue, string plain, string other)
    {
        var report = await Read(plain, other);

        Assert.Contains(report.Issues, found => found.Code == issue);
        Assert.Equal(ReviewStatus.Review, report.Status);
    }

    [Theory]
    [InlineData(Title, "<h1>青坡镇2024年政府信息公开工作年度报告")]
    [InlineData(Title, Title + "（更正）")]
    [InlineData(Signed, "<p class=\"sign\">青坡镇党政办公室")]
    [InlineData(Signed, "<p class=\"sign\">郁州县人民政府")]
    [InlineData("<time datetime=\"2025-02-18\">2025-02-18</time>", "<time datetime=\"2024-12-30\">2024-12-30</time>")]
    [InlineData("<p class=\"sign\">", "<ul><li>郁州县红石镇人民政府2022年政府信息公开工作年度报告 2023-01-20</li></ul><p class=\"sign\">")]
    public async Task Shorter_names_and_other_reports_beside_it_contradict_nothing(string plain, string other) => Assert.Equal(ReviewStatus.Accepted, (await Read(plain, other)).Status);

    private static async Task<AnnualReport> Read(string plain, string other)
    {
        var page = Encoding.UTF8.GetString(SeenReport.Page("12", ""));
        Assert.Contains(plain, page, StringComparison.Ordinal);
        return await SeenReport.Read(Encoding.UTF8.GetBytes(page.Replace(plain, other, StringComparison.Ordinal)), "text/html");
    }
}
