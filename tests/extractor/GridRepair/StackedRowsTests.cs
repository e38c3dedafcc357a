using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Tests.GridRepair;

public sealed class LineRowsTests
{
    private const string Header = "<tr><td>申请人情况</td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>";

    [Fact]
    public async Task Rows_whose_cells_hold_lines_are_opened()
    {
        var report = await SmallReport.OfHtml($"""
            <table>{Header}
            <tr><td>一、本年新收政府信息公开申请数量<br>二、上年结转政府信息公开申请数量<br>（一）予以公开</td>
            <td>3<br>1<br>2</td><td>0<br>0<br>0</td><td>0<br><br>0</td><td>0<br>0<br>0</td><td>0<br>0<br>0</td><td>0<br>0<br>0</td><td>3<br>1<br>2</td></tr></table>
            """);

        Assert.Equal("3 0 0 0 0 0 3", SmallReport.Row(report, "new"));
        Assert.Equal("1 0 _ 0 0 0 1", SmallReport.Row(report, "carried_over"));
        Assert.Equal("2 0 0 0 0 0 2", SmallReport.Row(report, "granted"));
    }

    [Fact]
    public async Task Two_lines_of_digits_are_no_number()
    {
        var report = await SmallReport.OfHtml($"""
            <table>{Header}
            <tr><td>一、本年新收政府<br>信息公开申请数量</td><td>12<br>34</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>12<br>34</td></tr>
            <tr><td>二、上年结转政府信息公开申请数量</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr></table>
            """);

        Assert.Equal("_ 0 0 0 0 0 _", SmallReport.Row(report, "new"));
        Assert.Equal(2, report.Issues.Count(issue => issue.Code == AppearanceReasons.Broken));
    }
}
