namespace Pipeline.Extractor.Tests.GridRepair;

public sealed class SerialColumnsTests
{
    [Fact]
    public async Task Numbers_of_rows_beside_blanks_are_no_figures()
    {
        string[] labels = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开", "（七）总计", "四、结转下年度继续办理"];
        var rows = string.Concat(labels.Select((label, i) => $"<tr><td>{label}</td><td>{i + 1}</td>{string.Concat(Enumerable.Repeat("<td>无</td>", 7))}</tr>"));
        var report = await SmallReport.OfHtml(
            $"<table><tr><td>项目</td><td>行次</td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>{rows}</table>"
            + "<p>四、政府信息公开行政复议、行政诉讼情况</p><table><tr><td>行政复议</td></tr><tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr><tr><td>1</td><td>0</td><td>0</td><td>0</td><td>1</td></tr></table>");

        Assert.Equal("_ _ _ _ _ _ _", SmallReport.Row(report, "new"));
        Assert.Equal("_ _ _ _ _ _ _", SmallReport.Row(report, "granted"));
    }
}
