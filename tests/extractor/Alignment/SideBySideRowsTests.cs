using System.Text;

namespace Pipeline.Extractor.Tests.Alignment;

public sealed class SideBySideRowsTests
{
    private const string Header = "行政复议 | | | | | 行政诉讼 | | | | | | | | | |\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |\n"
        + "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n";

    [Theory]
    [InlineData("1 | 2 | 0 | 0 | 3 |", 3)]
    [InlineData("1 | | | | 1 | | | 1 | | 1 | | | |", 1)]
    [InlineData("1 | 1 | 1 | 3 |", null)]
    [InlineData("1 | 1 | 2 |", null)]
    [InlineData("9 | 2 | 3 | 14 | 1 | 0 | 1 | 2 | 2 | 1 | 6 |", null)]
    public async Task Fewer_figures_than_the_header_has_columns_are_its_first_if_they_add_up_and_else_nobodys(string figures, int? total)
    {
        var text = $"青岚县教育局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n四、政府信息公开行政复议、行政诉讼情况\n{Header}{figures}\n";

        var report = Assert.Single((await ReportExtractor.Default.Extract(Encoding.UTF8.GetBytes(text), new DocumentHints { FileName = "dump.txt" }, CancellationToken.None)).Reports);

        Assert.Equal(total, report.Cells.Single(cell => cell.Cell.ToString() == "remedies.reconsideration.total").Value);
        Assert.All(report.Cells.Where(cell => cell.Cell.ToString().StartsWith("remedies.litigation_after", StringComparison.Ordinal)), cell => Assert.Null(cell.Value));
    }
}
