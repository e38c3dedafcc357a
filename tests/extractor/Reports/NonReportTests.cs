using System.Text;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Tests.Reports;

/// <summary>Pages without statutory tables: a body's own report counts as one, what is only about reports does not.</summary>
public sealed class NonReportTests
{
    private const string Title = "丹溪市水利局2023年政府信息公开工作年度报告";

    [Theory]
    [InlineData(Title, "<p>年度报告见附件。</p>")]
    [InlineData("关于公布" + Title + "的公告", "<p>年度报告见附件。</p>")]
    [InlineData(Title, "<p>年度报告见附件。</p><table><tr><td>丹溪市水利局2022年政府信息公开工作年度报告</td><td>2023-01-20</td></tr><tr><td>丹溪市水利局2021年政府信息公开工作年度报告</td><td>2022-01-20</td></tr><tr><td>丹溪市水利局2020年政府信息公开工作年度报告</td><td>2021-01-20</td></tr><tr><td>丹溪市水利局2019年政府信息公开工作年度报告</td><td>2020-01-20</td></tr></table>")]
    [InlineData(Title, "<p>年度报告见附件。</p><ul><li>丹溪市水利局2022年政府信息公开工作年度报告</li><li>丹溪市水利局2021年政府信息公开工作年度报告</li><li>丹溪市水利局2020年政府信息公开工作年度报告</li><li>丹溪市水利局2019年政府信息公开工作年度报告</li></ul>")]
    public async Task A_bodys_own_report_is_one_without_tables(string title, string content)
    {
        var result = await Read(title, content);

        Assert.Equal(NonReportReasons.NoTables, result.Reason);
        Assert.Equal(("丹溪市水利局", 2023), (result.Prose?.Authority, result.Prose?.Year));
    }

    [Theory]
    [InlineData(NonReportReasons.News, "和平街道办事处发布2023年政府信息公开工作年度报告", "<p>近日，报告编制完成。</p>")]
    [InlineData(NonReportReasons.News, "我市27家单位按时公布政府信息公开年报", "<p>截至目前，均已公布。</p>")]
    [InlineData(NonReportReasons.News, "丹溪市2023年政府信息公开工作年度报告出炉", "<p>数据有看点。</p>")]
    [InlineData(NonReportReasons.Notice, "××（单位名称）2023年政府信息公开工作年度报告", "<p>请各单位填写。</p>")]
    [InlineData(NonReportReasons.BorrowedForm, "丹溪市水利局2023年第四季度政府信息公开工作报告", "<p>本季度公开信息三条。</p>")]
    [InlineData(NonReportReasons.NotFound, Title, "<p>您访问的内容已下线或正在审核中，请稍后再试。</p>")]
    [InlineData(NonReportReasons.NotFound, Title, "<p>暂无内容</p>")]
    [InlineData(NonReportReasons.List, "丹溪市水利局政府信息公开年报", "<ul><li>丹溪市水利局2023年政府信息公开工作年度报告</li><li>丹溪市水利局2022年政府信息公开工作年度报告</li><li>丹溪市水利局2021年政府信息公开工作年度报告</li><li>丹溪市水利局2020年政府信息公开工作年度报告</li></ul>")]
    [InlineData(NonReportReasons.List, "政府信息公开工作年度报告", "<table><tr><td>黄土岭乡人民政府2023年政府信息公开工作年度报告</td><td>2024-01-23</td></tr><tr><td>柳林镇人民政府2023年政府信息公开工作年度报告</td><td>2024-01-24</td></tr><tr><td>洪桥乡人民政府2023年政府信息公开工作年度报告</td><td>2024-01-25</td></tr><tr><td>福民镇人民政府2023年政府信息公开工作年度报告</td><td>2024-01-26</td></tr></table>")]
    public async Task What_is_about_reports_is_none(string reason, string title, string content)
    {
        var result = await Read(title, content);

        Assert.Equal((reason, null), (result.Reason, result.Prose));
    }

    private static Task<ExtractionResult> Read(string title, string content) => ReportExtractor.Default.Extract(
        Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1>{content}</body></html>"), new DocumentHints { FileName = "page.html" }, default);
}
