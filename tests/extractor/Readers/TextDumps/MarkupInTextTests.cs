using Pipeline.Contracts.Locators;

namespace Pipeline.Extractor.Tests.Readers.TextDumps;

public sealed class MarkupInTextTests
{
    [Fact]
    public async Task A_table_kept_as_markup_is_a_grid_with_places_in_the_text()
    {
        var report = await SmallReport.OfText(
            "<table><tr><td rowspan=\"2\">申请人情况</td><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>",
            "<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>",
            "<tr><td>一、本年新收政府信息公开申请数量</td><td><p>5</p></td><td>1</td><td></td><td>0</td><td>0</td><td>0</td><td>6</td></tr></table>");

        Assert.Equal("5 1 _ 0 0 0 6", SmallReport.Row(report, "new"));
        var first = report.Cells.Single(cell => cell.Cell.ToString() == "applications.new.natural_person");
        Assert.Equal(new TextLocator(5, 37, 1), first.Source);
    }

    [Fact]
    public async Task Tags_entities_and_stars_in_cells_are_no_text()
    {
        var report = await SmallReport.OfText(
            "| 申请人<br>情况 | 自然人 | 商业<br/>企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | **总计** |",
            "| --- | --- | --- | --- | --- | --- | --- | --- |",
            "| **一、本年新收政府信息公开申请数量** | 5 | &nbsp; | <b>0</b> | 0 | 0 | 0 | **5** |");

        Assert.Equal("5 _ 0 0 0 0 5", SmallReport.Row(report, "new"));
    }

    [Fact]
    public async Task A_quoted_cell_may_hold_line_breaks()
    {
        var rows = new[] { "granted:（一）予以公开", "partial:（二）部分公开", "a:1.属于国家秘密", "b:2.其他法律行政法规禁止公开", "c:4.保护第三方合法权益", "d:5.属于三类内部事务信息", "e:6.属于四类过程性信息", "f:7.属于行政执法案卷", "g:8.属于行政查询事项", "h:1.本机关不掌握相关政府信息", "i:2.没有现成信息需要另行制作", "j:3.补正后申请内容仍不明确" };
        var report = await SmallReport.OfText([
            "申请人情况,自然人,\"商业", "企业\",科研机构,社会公益组织,法律服务机构,其他,总计",
            .. rows.Select(row => row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..] + ",5,1,,0,0,0,6")]);

        Assert.Equal("5 1 _ 0 0 0 6", SmallReport.Row(report, "granted"));
    }
}
