using System.Text;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Seen;

namespace Pipeline.Extractor.Tests.Metadata;

/// <summary>A title that names the months of its figures: those of a whole year say nothing more than the year.</summary>
public sealed class WholeYearTests
{
    private const string Body = "郁州县青坡镇人民政府";

    [Theory]
    [InlineData("2024年1-12月政府信息公开工作年度报告")]
    [InlineData("2024年1月—12月政府信息公开工作年度报告")]
    [InlineData("2024年度（1-12月份）政府信息公开工作年度报告")]
    public async Task A_report_of_all_months_is_the_reports_of_the_year(string title)
    {
        var report = Assert.Single((await Read(title)).Reports);

        Assert.Equal((Body, 2024, ReviewStatus.Accepted), (report.Authority, report.Year, report.Status));
    }

    [Theory]
    [InlineData("2024年1-6月政府信息公开工作报告")]
    [InlineData("2024年1月至11月政府信息公开工作报告")]
    [InlineData("2024年第四季度政府信息公开工作报告")]
    [InlineData("2024年12月份政府信息公开工作报告")]
    public async Task Figures_of_some_months_are_no_report(string title)
    {
        var result = await Read(title);

        Assert.Equal((NonReportReasons.BorrowedForm, null), (result.Reason, result.Prose));
        Assert.Empty(result.Reports);
    }

    private static Task<ExtractionResult> Read(string title) => ReportExtractor.Default.Extract(
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(SeenReport.Page("12", "")).Replace($"{Body}2024年政府信息公开工作年度报告", Body + title, StringComparison.Ordinal)), new DocumentHints { FileName = "page.html" }, default);
}
