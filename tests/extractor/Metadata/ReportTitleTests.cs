using Pipeline.Extractor.Metadata;

namespace Pipeline.Extractor.Tests.Metadata;

public sealed class ReportTitleTests
{
    [Theory]
    [InlineData("温州市鹿城区人民政府办公室2022年政府信息公开工作年度报告", "温州市鹿城区人民政府办公室", 2022)]
    [InlineData("附件：丹溪市水利局2022年政府信息公开工作年度报告", "丹溪市水利局", 2022)]
    [InlineData("附件1:丹溪市水利局二0二二年政府信息公开工作年度报告", "丹溪市水利局", 2022)]
    [InlineData("(图解)2024年桐泽区发展和改革委员会政府信息公开工作年度报告", "桐泽区发展和改革委员会", 2024)]
    [InlineData("2021年白泉镇政府信息公开工作年度报告", "白泉镇", 2021)]
    [InlineData("官坡镇人民政府 2023 年政府信息公开工作年度报告", "官坡镇人民政府", 2023)]
    [InlineData("于都县人民政府信息公开年度报告（2021年）", "于都县人民政府", 2021)]
    [InlineData("关于二〇二二年度某某县财政局政务公开年报", "某某县财政局", 2022)]
    [InlineData("2016年政务信息公开年度报告", null, 2016)]
    [InlineData("丹溪市民政局关于2023年政府信息公开年度报告", "丹溪市民政局", 2023)]
    [InlineData("丹溪市民政局（丹溪市老龄工作委员会办公室）2023年政府信息公开工作年度报告", "丹溪市民政局", 2023)]
    [InlineData("2023石桥镇年政府信息公开工作年度报告", "石桥镇", 2023)]
    [InlineData("丹溪市水利局2023年政府信息公开工作的年度报告", "丹溪市水利局", 2023)]
    [InlineData("丹溪市水利局政府信息公开2022年度报告", "丹溪市水利局", 2022)]
    [InlineData("丹溪市水利局政府信息公开工作2022年年度报告", "丹溪市水利局", 2022)]
    [InlineData("丹溪市水利局2022年政府信息公开工作情况的报告", "丹溪市水利局", 2022)]
    [InlineData("丹溪市水利局（本级）2023年政府信息公开工作年度报告", "丹溪市水利局", 2023)]
    [InlineData("标题：丹溪市水利局2023年政府信息公开工作年度报告", "丹溪市水利局", 2023)]
    [InlineData("关于印发《丹溪市水利局2023年政府信息公开工作年度报告》的通知", "丹溪市水利局", 2023)]
    [InlineData("政府信息公开指南      丹溪市水利局2023年政府信息公开工作年度报告", "丹溪市水利局", 2023)]
    [InlineData("丹溪市人民政府 政府信息公开 丹溪市水利局2023年政府信息公开工作年度报告", "丹溪市水利局", 2023)]
    [InlineData("首页 信息公开年报丹溪市2023年政府信息公开工作年度报告", "丹溪市", 2023)]
    [InlineData("丹溪市政府信息公开办公室2023年政府信息公开工作年度报告", "丹溪市政府信息公开办公室", 2023)]
    [InlineData("丹溪市政府信息公开工作领导小组办公室2023年政府信息公开工作年度报告", "丹溪市政府信息公开工作领导小组办公室", 2023)]
    [InlineData("丹溪市政府信息公开 工作领导小组办公室2023年政府信息公开工作年度报告", "丹溪市政府信息公开工作领导小组办公室", 2023)]
    [InlineData("首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 首页 丹溪市水利局2023年政府信息公开工作年度报告", "丹溪市水利局", 2023)]
    [InlineData("丹溪市 水利局 2023年 政府信息公开 工作年度报告", "丹溪市水利局", 2023)]
    [InlineData("丹溪市水利局2023年1月至12月政府信息公开工作年度报告", "丹溪市水利局", 2023)]
    [InlineData("丹溪市水利局2023年度（1-12月份）政府信息公开工作年度报告", "丹溪市水利局", 2023)]
    public void A_title_names_body_and_year(string text, string? body, int year)
    {
        var title = ReportTitle.Of(text, AnnualReportForms.Family.Genre.Titles);

        Assert.Equal(body, title?.Body);
        Assert.Equal(year, title?.Year);
    }

    [Theory]
    [InlineData("关于报送2023年政府信息公开工作年度报告的通知")]
    [InlineData("邑江市部署2024年度政府信息公开年报编制工作")]
    [InlineData("图解：洛原市2023年政府信息公开工作年度报告亮点")]
    [InlineData("政府信息公开指南")]
    [InlineData("关于印发《政府信息公开工作年度报告格式》的通知")]
    [InlineData("关于印发《丹溪市2023年政府信息公开工作年度报告编制说明》的通知")]
    [InlineData("现将《某县2022年政府信息公开工作年度报告》公布如下。")]
    public void What_only_speaks_of_reports_is_no_title(string text) => Assert.Null(ReportTitle.Of(text, AnnualReportForms.Family.Genre.Titles));
}
