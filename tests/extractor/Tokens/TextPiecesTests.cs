namespace Pipeline.Extractor.Tests.Tokens;

public sealed class TextPiecesTests
{
    [Theory]
    [InlineData("一、本年新收政府信息公开申请数量：5、1、0、0、0、0、6")]
    [InlineData("一、本年新收政府信息公开申请数量 5/1/0/0/0/0/6")]
    [InlineData("一、本年新收政府信息公开申请数量　自然人：5，商业企业：1，科研机构：0，社会公益组织：0，法律服务机构：0，其他：0，总计：6")]
    [InlineData("一、本年新收政府信息公开申请数量 自然人 = 5; 商业企业 = 1; 科研机构 = 0; 社会公益组织 = 0; 法律服务机构 = 0; 其他 = 0; 总计 = 6")]
    [InlineData("一、本年新收政府信息公开申请数量：自然人5、商业企业1、科研机构0、社会公益组织0、法律服务机构0、其他0、总计6；")]
    [InlineData("一、本年新收政府信息公开申请数量：自然人：5件，商业企业：1件，科研机构：0件，社会公益组织：0件，法律服务机构：0件，其他：0件，总计：6件。")]
    [InlineData("一、本年新收政府信息公开申请数量 -> 自然人=5, 企业=1, 科研机构=0, 社会公益组织=0, 法律服务机构=0, 其他=0, 总计=6")]
    [InlineData("一、本年新收政府信息公开申请数量 -> 自然人：5 / 商业企业：1 / 科研机构：0 / 社会公益组织：0 / 法律服务机构：0 / 其他：0 / 总计：6")]
    public async Task Numbers_written_one_after_the_other_are_a_row(string row)
    {
        var report = await SmallReport.OfText("申请人情况", row, "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0");

        Assert.Equal("5 1 0 0 0 0 6", SmallReport.Row(report, "new"));
    }

    [Fact]
    public async Task A_name_with_nothing_behind_its_colon_is_a_blank()
    {
        var report = await SmallReport.OfText("一、本年新收政府信息公开申请数量", "自然人：5", "商业企业：", "科研机构：", "社会公益组织：", "法律服务机构：2", "其他：", "总计：7", "二、上年结转政府信息公开申请数量", "自然人：1", "总计：1");

        Assert.Equal("5 _ _ _ 2 _ 7", SmallReport.Row(report, "new"));
        Assert.DoesNotContain(report.Cells, cell => cell.Cell.ToString().StartsWith("applications.new.", StringComparison.Ordinal) && cell.Rule == "not-on-page");
    }

    [Fact]
    public async Task An_explanation_that_is_never_closed_does_not_swallow_the_numbers()
    {
        var report = await SmallReport.OfText(
            "一、本年新收政府信息公开申请数量  5  0  0  0  0  0  5",
            "（二）部分公开（区分处理的，只计      4  0  0  0  0  0  4",
            "这一情形，不计其他情形）");

        Assert.Equal("4 0 0 0 0 0 4", SmallReport.Row(report, "partial"));
    }
}
