using System.Text;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Tests.Metadata;

public sealed class ReportFactsTests
{
    internal const string Table = "<p>三、收到和处理政府信息公开申请情况</p><table><tr><td>项目</td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>"
        + "<tr><td>一、本年新收政府信息公开申请数量</td><td>3</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>3</td></tr></table>";

    [Fact]
    public async Task A_name_keeps_the_characters_that_the_page_prints()
    {
        var report = Assert.Single((await Read("<h1>乾县水利局2023年政府信息公开工作年度报告</h1>")).Reports);

        Assert.Equal("乾县水利局", report.Authority);
    }

    [Fact]
    public async Task The_title_that_is_shown_counts_where_the_files_own_is_of_another_year()
    {
        const string Page = "<title>青岚县教育局2022年政府信息公开工作年度报告</title><div class='title'>青岚县教育局2023年政府信息公开工作年度报告</div><div>" + Table + "</div>";
        var result = await ReportExtractor.Default.Extract(Encoding.UTF8.GetBytes(Page), new DocumentHints { ContentType = "text/html; charset=utf-8" }, TestContext.Current.CancellationToken);

        var report = Assert.Single(result.Reports);
        Assert.Equal(2023, report.Year);
        Assert.Contains(report.Issues, issue => issue.Code == "year.contested");
    }

    [Fact]
    public async Task On_a_traditional_page_the_name_is_simplified()
    {
        var report = Assert.Single((await Read("<h1>陽溪縣財政局2023年政府信息公開工作年度報告</h1><p>陽溪縣財政局貫徹條例，認真組織實施，總體情況良好。</p>")).Reports);

        Assert.Equal("阳溪县财政局", report.Authority);
    }

    [Theory]
    [InlineData("<div class='footer'>主办：青岚县教育局　承办：办公室</div>")]
    [InlineData("<p>版权所有：青岚县教育局</p>")]
    public async Task The_sites_owner_is_named_where_the_report_names_nobody_and_a_person_checks_it(string foot)
    {
        var report = Assert.Single((await Read("<h1>2023年政府信息公开工作年度报告</h1>", foot)).Reports);

        Assert.Equal("青岚县教育局", report.Authority);
        Assert.Contains(report.Issues, issue => issue.Code == "authority.of-site");
        Assert.Equal(ReviewStatus.Review, report.Status);
    }

    [Theory]
    [InlineData("特编制青岚县教育局2023年政府信息公开工作年度报告。")]
    [InlineData("现公布青岚县教育局2023年政府信息公开工作年度报告。")]
    [InlineData("现将青岚县教育局2023年度政府信息公开年报公布如下。")]
    [InlineData("根据《中华人民共和国政府信息公开条例》规定，编制《青岚县教育局2023年政府信息公开工作年度报告》。")]
    public async Task A_preamble_names_the_body_where_the_title_does_not(string preamble)
    {
        var report = Assert.Single((await Read($"<h1>政府信息公开年报</h1><p>{preamble}</p>")).Reports);

        Assert.Equal("青岚县教育局", report.Authority);
    }

    [Theory]
    [InlineData("<p>青岚县教育局2023年政府信息公开工作</p><p>年度报告</p>")]
    [InlineData("<p>2023年度青岚县教育局</p><p>政府信息</p><p>公开年报</p>")]
    [InlineData("<p>青岚县教育局</p><p>关于2023年政府信息公开年度报告</p>")]
    public async Task A_title_may_be_broken_over_lines(string title)
    {
        var report = Assert.Single((await Read(title + "<p>本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成，所列数据准确可靠，电子版可在门户网站下载查阅。</p>")).Reports);

        Assert.Equal(("青岚县教育局", 2023), (report.Authority, report.Year));
    }

    [Fact]
    public async Task A_year_that_only_the_date_of_publication_tells_is_for_a_person_to_check()
    {
        var report = Assert.Single((await Read("<h1>青岚县教育局政府信息公开工作年度报告</h1><p>发布时间：2024-01-18</p>")).Reports);

        Assert.Equal(2023, report.Year);
        Assert.Contains(report.Issues, issue => issue.Code == "year.derived");
        Assert.Equal(ReviewStatus.Review, report.Status);
    }

    [Theory]
    [InlineData("××局2023年政府信息公开工作年度报告")]
    [InlineData("（单位名称）2023年政府信息公开工作年度报告")]
    public async Task A_form_whose_name_is_open_is_no_report(string title) =>
        Assert.Empty((await Read($"<h1>{title}</h1>")).Reports);

    [Theory]
    [InlineData("青岚县教育局2023年政府信息公开工作年度报告（示例）", false)]
    [InlineData("关于印发《青岚县教育局2023年政府信息公开工作年度报告》填报说明的通知", false)]
    [InlineData("关于印发《青岚县教育局2023年政府信息公开工作年度报告》的通知", true)]
    public async Task A_page_titled_as_a_form_is_none_and_one_that_a_notice_publishes_is_a_report(string title, bool isReport) =>
        Assert.Equal(isReport, (await Read($"<title>{title}</title><h1>{title}</h1>")).Reports.Count > 0);

    [Theory]
    [InlineData("青岚县教育局2022年政府信息公开工作年度报告\n青岚县教育局2021年政府信息公开工作年度报告\n\n青岚县教育局2023年政府信息公开工作年度报告", false)]
    [InlineData("青岚县教育局2023年政府信息公开工作年度报告\n青岚县教育局2022年政府信息公开工作年度报告", true)]
    [InlineData("青岚县教育局2023年政府信息公开工作年度报告\n青岚县教育局2022年政府信息公开工作年度报告\n\n青岚县教育局2021年政府信息公开工作年度报告", true)]
    [InlineData("# 青岚县教育局2023年政府信息公开工作年度报告\n青岚县教育局2022年政府信息公开工作年度报告\n\n青岚县教育局2021年政府信息公开工作年度报告", true)]
    public async Task Titles_of_other_years_line_under_line_are_a_menu_beside_one_that_stands_alone(string head, bool isContested)
    {
        const string Rows = "\n三、收到和处理政府信息公开申请情况\n项目\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n";

        var report = Assert.Single((await ReportExtractor.Default.Extract(Encoding.UTF8.GetBytes(head + Rows), new DocumentHints { FileName = "dump.txt" }, CancellationToken.None)).Reports);

        Assert.Equal(2023, report.Year);
        Assert.Equal(isContested, report.Issues.Any(issue => issue.Code == "year.contested"));
    }

    [Fact]
    public async Task The_ending_of_a_file_is_no_part_of_a_title()
    {
        var report = Assert.Single((await Read(string.Empty, link: "青岚县教育局2023年政府信息公开工作年度报告.txt")).Reports);

        Assert.Equal("青岚县教育局2023年政府信息公开工作年度报告", report.Title);
    }

    [Fact]
    public async Task A_report_of_prose_keeps_its_title_body_year_and_sections()
    {
        const string Prose = "<h1>青岚县2013年政府信息公开工作年度报告</h1><p>根据条例，青岚县人民政府编制本年度报告。</p><h2>一、总体情况</h2><p>全年主动公开信息120条。</p><h2>二、存在的主要问题及改进情况</h2><p>公开还不够及时。</p>";

        var result = await ReportExtractor.Default.Extract(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body>{Prose}</body></html>"), new DocumentHints { FileName = "page.html" }, CancellationToken.None);

        Assert.Equal((ExtractionOutcome.NotAReport, "not-a-report.before-2019"), (result.Outcome, result.Reason));
        Assert.Equal(("青岚县人民政府", 2013, "青岚县2013年政府信息公开工作年度报告"), (result.Prose!.Authority, result.Prose.Year, result.Prose.Title));
        Assert.Equal("全年主动公开信息120条。", result.Prose.Sections["overview"]);
    }

    private static Task<ExtractionResult> Read(string head, string foot = "", string? link = null) => ReportExtractor.Default.Extract(
        Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body>{head}{Table}{foot}</body></html>"), new DocumentHints { FileName = "page.html", LinkText = link }, CancellationToken.None);
}
