using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Readers;
using static Pipeline.Extractor.Tests.Readers.Spreadsheets.WorkbookFile;

namespace Pipeline.Extractor.Tests.Reports;

public sealed class WorkbookSheetsTests
{
    private static readonly string[] Columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];

    private static readonly string[] Rows = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开", "（七）总计", "四、结转下年度继续办理"];

    [Fact]
    public async Task The_figures_of_a_quarter_do_not_stand_in_the_way_of_the_year()
    {
        var report = Assert.Single((await Reading.Of(With([], Sheet("青岚县教育局2023年第一季度政府信息公开申请情况统计表", 3), Sheet(SmallReport.Title, 12)))).Reports);

        Assert.Equal((SmallReport.Title, "12 0 0 0 0 0 12"), (report.Title, SmallReport.Row(report, "new")));
    }

    [Fact]
    public async Task Sheets_of_two_bodies_are_two_reports_and_those_of_one_body_and_year_are_one_to_compare()
    {
        var other = SmallReport.Title.Replace("教育局", "水利局", StringComparison.Ordinal);
        var reports = (await Reading.Of(With([], Sheet(SmallReport.Title, 3), Sheet(other, 12)))).Reports;

        Assert.Equal(["3 0 0 0 0 0 3", "12 0 0 0 0 0 12"], reports.Select(report => SmallReport.Row(report, "new")));
        Assert.Equal(ReviewStatus.Review, Assert.Single((await Reading.Of(With([], Sheet(SmallReport.Title, 3), Sheet(SmallReport.Title, 12)))).Reports).Status);
    }

    private static (string State, string Content) Sheet(string title, int applications) => ("",
        $"<sheetData><row r=\"1\">{TextCell("A1", title)}</row><row r=\"2\">{TextCell("A2", "项目")}{string.Concat(Columns.Select((column, i) => TextCell($"{(char)('B' + i)}2", column)))}</row>"
        + string.Concat(Rows.Select((label, row) => $"<row r=\"{row + 3}\">{TextCell($"A{row + 3}", label)}{string.Concat(Columns.Select((_, i) => Number($"{(char)('B' + i)}{row + 3}", (i is 0 or 6) && (row is 0 or 2 or 4) ? $"{applications}" : "0")))}</row>")) + "</sheetData>");
}
