namespace Pipeline.Extractor.Tests.Tokens;

public sealed class TextGridsTests
{
    [Fact]
    public async Task Copies_of_a_merged_cell_are_one()
    {
        var report = await SmallReport.OfText(
            "信息内容 | 本年处理决定数量 | 本年处理决定数量 | 本年处理决定数量",
            "行政许可 | 45 | 45 | 45",
            "申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计",
            "一、本年新收政府信息公开申请数量 | 5 | 1 | 0 | 0 | 0 | 0 | 6");

        var licences = report.Cells.Single(cell => cell.Cell.ToString() == "disclosure.licensing.decisions");
        Assert.Equal(45, licences.Value);
        Assert.DoesNotContain("spots:several", licences.Evidence);
        Assert.DoesNotContain("numbers:left-over", licences.Evidence);
    }

    [Fact]
    public async Task A_merged_label_holds_for_the_blanks_below_it()
    {
        var report = await SmallReport.OfText(
            "一、本年新收政府信息公开申请数量 5 1 0 0 0 0 6",
            "四、政府信息公开行政复议、行政诉讼情况",
            "行政复议\t\t结果维持\t1",
            "\t\t结果纠正\t2",
            "\t\t总计\t3",
            "行政诉讼\t复议后起诉\t结果维持\t4",
            "\t\t结果纠正\t",
            "\t\t总计\t4");

        Assert.Equal(4, report.Cells.Single(cell => cell.Cell.ToString() == "remedies.litigation_after.upheld").Value);
        Assert.Equal(4, report.Cells.Single(cell => cell.Cell.ToString() == "remedies.litigation_after.total").Value);
        Assert.Null(report.Cells.Single(cell => cell.Cell.ToString() == "remedies.litigation_after.corrected").Value);
    }

    [Fact]
    public async Task A_header_broken_behind_its_name_still_heads_one_column()
    {
        var report = await SmallReport.OfText(
            "一、本年新收政府信息公开申请数量 5 1 0 0 0 0 6",
            "信息内容\t本年收费金额",
            "（单位：万元）",
            "行政事业性收费\t42144");

        Assert.Equal(42144, report.Cells.Single(cell => cell.Cell.ToString() == "disclosure.fees.amount_10k_cny").Value);
    }

    [Fact]
    public async Task Quotes_hold_the_lines_of_a_cell_together()
    {
        var report = await SmallReport.OfText(
            "一、本年新收政府信息公开申请数量\t5\t1\t0\t0\t0\t0\t6",
            "\"二、上年结转政府\n信息公开申请数量\"\t2\t1\t0\t0\t0\t0\t3");

        Assert.Equal("2 1 0 0 0 0 3", SmallReport.Row(report, "carried_over"));
    }
}
