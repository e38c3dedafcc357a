using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor.Tests.Scoring;

public sealed class AcceptanceTests
{
    [Fact]
    public async Task A_total_that_is_blank_beside_numbers_keeps_the_record_for_review()
    {
        var report = await SmallReport.OfText(
            "申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |",
            "一、本年新收政府信息公开申请数量 | 5 | 1 | 0 | 0 | 0 | 6 |  |",
            "二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |");

        Assert.Contains(report.Issues, issue => issue.Code == "check.total-unstated" && issue.Detail.Contains("applications.new.total", StringComparison.Ordinal));
        // The row may stand one column off, which speaks against its numbers too.
        Assert.All(report.Cells.Where(cell => cell.Cell.ToString().StartsWith("applications.new.", StringComparison.Ordinal)), cell => Assert.Contains(EvidenceReasons.ChecksBroken, cell.Evidence));
        Assert.Equal(ReviewStatus.Review, report.Status);
    }

    [Fact]
    public async Task Words_where_a_number_should_stand_keep_the_record_for_review()
    {
        var report = await SmallReport.OfHtml("""
            <table><tr><td>申请人情况</td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>
            <tr><td>一、本年新收政府信息公开申请数量</td><td>5</td><td>1</td><td>0</td><td>0</td><td>0</td><td></td><td>6</td></tr>
            <tr><td>二、上年结转政府信息公开申请数量</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
            <tr><td>（一）予以公开</td><td>5</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>6</td></tr>
            <tr><td>（七）总计</td><td>5</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>6</td></tr></table>
            """);

        // One table of a form is no whole report.
        Assert.Contains(report.Issues, issue => issue.Code == "report.incomplete");
        var sure = report with { Issues = [], Cells = [.. report.Cells.Select(cell => cell with { Confidence = 1 })] };
        Assert.Equal(ReviewStatus.Accepted, ReportConfidence.AcceptedFrom(0, sure).Status);
        var withWords = sure with { Cells = [.. sure.Cells.Select(cell => cell is { Value: null, Raw: not null } ? cell with { Raw = "第3页" } : cell)] };
        Assert.Equal(ReviewStatus.Review, ReportConfidence.AcceptedFrom(0, withWords).Status);
    }

    [Theory]
    [InlineData(true, "spots:several", "readings:agree", "checks:hold")]
    [InlineData(true, "readings:differ")]
    [InlineData(false, "readings:differ", "checks:hold")]
    [InlineData(false, "readings:differ", "readings:agree")]
    public async Task A_cell_that_strategies_or_places_contest_waits_unless_something_settles_it(bool waits, params string[] evidence)
    {
        var report = await SmallReport.OfText(
            "申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |",
            "一、本年新收政府信息公开申请数量 | 5 | 1 | 0 | 0 | 0 | 0 | 6 |",
            "二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |");
        var sure = report with { Issues = [], Violations = [], Cells = [.. report.Cells.Select(cell => cell with { Confidence = 1 })] };
        Assert.Equal(ReviewStatus.Accepted, ReportConfidence.AcceptedFrom(0, sure).Status);

        var contested = sure with { Cells = [.. sure.Cells.Select((cell, i) => i == 0 ? cell with { Evidence = [.. evidence] } : cell)] };

        Assert.Equal(waits ? ReviewStatus.Review : ReviewStatus.Accepted, ReportConfidence.AcceptedFrom(0, contested).Status);
    }

    [Fact]
    public async Task A_dispute_of_recognition_keeps_the_record_for_review_where_it_is_about_one_of_its_figures()
    {
        var report = await SmallReport.OfText(
            "申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |",
            "一、本年新收政府信息公开申请数量 | 5 | 1 | 0 | 0 | 0 | 0 | 6 |",
            "二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |");
        var recognised = report with { Violations = [], Cells = [.. report.Cells.Select(cell => cell with { Confidence = 1, Source = new OcrLocator(2, 100, 100, 200, 140, 1) })] };

        Assert.Equal(ReviewStatus.Review, StatusWith(new OcrLocator(2, 145, 110, 152, 130, 0.9)));
        // A colon in the table of metadata, a bracket in a heading.
        Assert.Equal(ReviewStatus.Accepted, StatusWith(new OcrLocator(2, 145, 80, 152, 95, 0.9)));
        Assert.Equal(ReviewStatus.Accepted, StatusWith(new OcrLocator(1, 145, 110, 152, 130, 0.9)));
        Assert.Equal(ReviewStatus.Review, StatusWith(null));

        ReviewStatus StatusWith(OcrLocator? spot) =>
            ReportConfidence.AcceptedFrom(0, recognised with { Issues = [new Issue(IssueReasons.OcrDisputed, IssueSeverity.Warning, "Passes differ.", spot)] }).Status;
    }

    [Fact]
    public async Task Numbers_below_a_header_that_the_form_does_not_have_are_not_left_over()
    {
        var report = await SmallReport.OfHtml("""
            <table><tr><td>申请人情况</td><td>自然人</td><td>商业企业</td><td>其他</td><td>总计</td><td>2022年总计</td></tr>
            <tr><td>一、本年新收政府信息公开申请数量</td><td>5</td><td>1</td><td>0</td><td>6</td><td>99</td></tr>
            <tr><td>二、上年结转政府信息公开申请数量</td><td>0</td><td>0</td><td>0</td><td>0</td><td>98</td></tr></table>
            """);

        Assert.Equal("5 1 _ _ _ 0 6", SmallReport.Row(report, "new"));
        Assert.DoesNotContain(report.Cells, cell => cell.Evidence.Contains("numbers:left-over"));
    }

    [Fact]
    public async Task Figures_under_the_name_of_another_year_alone_keep_the_record_for_review()
    {
        static string Row(string label, int figure) => $"<tr><td>{label}</td><td>{figure}</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>{figure}</td></tr>";
        var table = "<table><tr><td>申请人情况</td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>"
            + Row("一、本年新收政府信息公开申请数量", 5) + Row("二、上年结转政府信息公开申请数量", 0) + Row("（一）予以公开", 5) + Row("（七）总计", 5) + "</table>";

        var report = await SmallReport.OfHtml("<p>2021年</p>" + table);

        var issue = Assert.Single(report.Issues, issue => issue.Code == "report.other-year");
        var sure = report with { Issues = [], Violations = [], Cells = [.. report.Cells.Select(cell => cell with { Confidence = 1 })] };
        Assert.Equal(ReviewStatus.Accepted, ReportConfidence.AcceptedFrom(0, sure).Status);
        Assert.Equal(ReviewStatus.Review, ReportConfidence.AcceptedFrom(0, sure with { Issues = [issue] }).Status);
    }

    [Fact]
    public async Task Last_years_table_fills_no_blank_of_this_years()
    {
        string Table(string caption, string zero) => $"""
            <p>{caption}</p><table><tr><td>申请人情况</td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>
            <tr><td>一、本年新收政府信息公开申请数量</td><td>5</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>5</td></tr>
            <tr><td>二、上年结转政府信息公开申请数量</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>{zero}</td></tr>
            <tr><td>（一）予以公开</td><td>4</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>4</td></tr>
            <tr><td>（七）总计</td><td>5</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>{zero}</td><td>5</td></tr></table>
            """;

        var report = await SmallReport.OfHtml(Table("上年度同期数据：2022年", "8") + Table("本年度数据：2023年", ""));

        Assert.Equal("5 _ _ _ _ _ 5", SmallReport.Row(report, "new"));
        Assert.Equal("_ _ _ _ _ _ _", SmallReport.Row(report, "carried_over"));
    }

    [Fact]
    public async Task Sums_that_hold_with_two_columns_in_each_others_place_are_no_mistake_of_the_publisher()
    {
        var report = await SmallReport.OfText(
            "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1",
            "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0",
            "（一）予以公开 1 0 0 0 0 0 1",
            "（七）总计 1 0 0 0 0 0 1",
            "四、结转下年度继续办理 0 0 0 0 0 0 0");
        Assert.Equal("1 0 0 0 0 0 1", SmallReport.Row(report, "new"));

        var swapped = await SmallReport.OfText(
            "自然人 商业企业 科研机构 社会公益组织 法律服务机构 总计 其他",
            "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1",
            "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0",
            "（一）予以公开 1 0 0 0 0 0 1",
            "（七）总计 1 0 0 0 0 0 1",
            "四、结转下年度继续办理 0 0 0 0 0 0 0");

        Assert.DoesNotContain(swapped.Violations, violation => violation.Cause == ViolationCause.Publisher);
        Assert.Equal("1 0 0 0 0 0 1", SmallReport.Row(swapped, "new"));
    }
}
