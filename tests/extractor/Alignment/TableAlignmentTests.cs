using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Tests.Alignment;

public sealed class TableAlignmentTests
{
    [Fact]
    public void A_blank_that_another_way_leads_to_says_nothing_against_the_number()
    {
        // The header has lost the places of its merged cells: by geometry the last total has none but a blank below it.
        var page = Align(Grid(
            "项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  | 总计 | ",
            "一、本年新收政府信息公开申请数量 | 3 | 2 | 0 | 0 | 0 | 1 | 6 |  | ",
            "二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |  | ",
            "（一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |  | ",
            "（二）部分公开 | 2 | 2 | 0 | 0 | 0 | 1 | 5 |  | ",
            "（七）总计 | 4 | 2 | 0 | 0 | 0 | 1 | 7 |  | ",
            "四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |  | "));

        var total = page.Cells.Single(cell => cell.Key.Id.ToString() == "applications.new.total").Value;
        Assert.Equal((6, 0), (total.Candidate.Number.Value, total.Dissenting));
    }

    [Fact]
    public void The_same_table_again_leaves_no_numbers_over()
    {
        const string Header = "项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计";
        const string New = "一、本年新收政府信息公开申请数量 | 3 | 2 | 0 | 0 | 0 | 1 | 6";
        const string Over = "二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1";

        Assert.Equal(0, Align(Grid(Header, New, Over), Grid(Header, New, Over)).UnexplainedNumbers);
    }

    [Theory]
    [InlineData("3", false)]
    [InlineData("4", true)]
    public void A_row_again_contests_a_cell_only_with_another_number(string again, bool isContested)
    {
        var page = Align(Grid(
            "项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计",
            "一、本年新收政府信息公开申请数量 | 3 | 2 | 0 | 0 | 0 | 1 | 6",
            "二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
            $"一、本年新收政府信息公开申请数量 | {again} | 2 | 0 | 0 | 0 | 1 | 6"));

        Assert.Equal(isContested, page.Cells.Single(cell => cell.Key.Id.ToString() == "applications.new.natural_person").Value.Contested);
    }

    [Theory]
    [InlineData("(）计", 7)]
    [InlineData("（t）总it", 7)]
    [InlineData("（八）口", null)]
    public void A_row_of_which_a_scan_left_little_is_told_by_its_neighbours(string label, int? total)
    {
        var page = Align(Grid(
            "项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计",
            "一、本年新收政府信息公开申请数量 | 3 | 2 | 0 | 0 | 0 | 1 | 6",
            "二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
            "（一）予以公开 | 4 | 2 | 0 | 0 | 0 | 1 | 7",
            "3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
            $"{label} | 4 | 2 | 0 | 0 | 0 | 1 | 7",
            "四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0"));

        var cell = page.Cells.SingleOrDefault(cell => cell.Key.Id.ToString() == "applications.handled_total.total").Value;
        Assert.Equal((total, total is null ? null : 0.0), (cell?.Candidate.Number.Value, cell?.Candidate.LabelSimilarity));
    }

    [Theory]
    [InlineData("行政事业性收费0万元", true)]
    [InlineData("行政事业性收费：12.5", true)]
    [InlineData("全年共办理行政事业性收费事项0件", false)]
    public void A_row_whose_label_and_figure_nobody_took_apart_is_named(string text, bool isNamed)
    {
        var source = new TextLocator(1, 1, text.Length);
        var page = new PageTokens(AnnualReportForms.Family, [new TextBlock(text, source)], 0, 2024, [PageToken.Of(text, source, 0, 1, AnnualReportForms.Family.Lexicon)]);

        Assert.Equal(isNamed, TableAlignment.Align(page).Tables.Any(table => table.NamedRows.Contains("fees")));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("8")]
    public void A_table_of_the_same_labels_that_says_something_else_may_be_the_reports_own(string blank)
    {
        string[] Rows(string first, string other) =>
        [
            "项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计",
            $"一、本年新收政府信息公开申请数量 | {first} | {other} | {other} | {other} | {other} | {other} | {first}",
            $"二、上年结转政府信息公开申请数量 | {first} | {other} | {other} | {other} | {other} | {other} | {first}",
        ];

        var page = Align(Grid(Rows(blank, blank)), Grid(Rows("3", "0")));

        Assert.True(page.Tables.Single(table => table.Table.Id == "applications").HasRival);
    }

    [Theory]
    [InlineData("二〇二二年", true)]
    [InlineData("（2022年度）", true)]
    [InlineData("注：括号内为2022年数据。", false)]
    [InlineData("二〇二三年", false)]
    [InlineData("历年处理决定数量", true)]
    [InlineData("上半年", true)]
    public void A_caption_names_another_year_in_digits_or_numerals(string caption, bool isOther) => Assert.Equal(isOther, OtherYear.IsNamed(caption, 2023));

    [Fact]
    public void A_table_turned_on_its_side_reads_the_same()
    {
        var page = Align(Grid(
            "申请人 | 一、本年新收政府信息公开申请数量 | 二、上年结转政府信息公开申请数量",
            "自然人 | 3 | 1",
            "商业企业 | 2 | 0",
            "总计 | 5 | 1"));

        Assert.Equal(3, Value(page, "applications.new.natural_person"));
        Assert.Equal(2, Value(page, "applications.new.commercial"));
        Assert.Equal(1, Value(page, "applications.carried_over.total"));
    }

    [Fact]
    public void Columns_are_known_by_their_headers_not_by_their_place()
    {
        var page = Align(Grid(
            "项目 | 总计 | 其他 | 法律服务机构 | 社会公益组织 | 科研机构 | 商业企业 | 自然人 | 备注",
            "一、本年新收政府信息公开申请数量 | 6 | 0 | 0 | 1 | 0 | 2 | 3 | 99",
            "二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | "));

        Assert.Equal(6, Value(page, "applications.new.total"));
        Assert.Equal(3, Value(page, "applications.new.natural_person"));
        Assert.Equal(1, Value(page, "applications.new.social"));
        Assert.DoesNotContain(page.Cells, cell => cell.Value.Candidate.Number.Value == 99);
    }

    [Fact]
    public void Last_years_columns_beside_this_years_are_told_apart()
    {
        var page = Align(year: 2023, Grid(
            "项目 | 总计 | 2022年总计 | 自然人",
            "一、本年新收政府信息公开申请数量 | 7 | 5 | 7",
            "二、上年结转政府信息公开申请数量 | 1 | 4 | 1"));

        Assert.Equal(7, Value(page, "applications.new.total"));
        Assert.Equal(1, Value(page, "applications.carried_over.total"));
    }

    [Fact]
    public void Blanks_stay_blank_where_the_dump_kept_their_traces()
    {
        var page = Align(Lines(
            "一、本年新收政府信息公开申请数量 | 1 |  |  |  |  |  | 1",
            "二、上年结转政府信息公开申请数量 |  |  |  |  |  |  | "));

        Assert.Equal(1, Value(page, "applications.new.total"));
        Assert.Null(Value(page, "applications.new.commercial"));
        Assert.Null(Value(page, "applications.carried_over.total"));
    }

    [Fact]
    public void Rows_that_add_up_from_the_left_have_their_total_first()
    {
        var page = Align(Lines(
            "一、本年新收政府信息公开申请数量 | 6 | 3 | 2 | 0 | 1 | 0 | 0",
            "二、上年结转政府信息公开申请数量 | 1 | 1 | 0 | 0 | 0 | 0 | 0"));

        Assert.Equal(6, Value(page, "applications.new.total"));
        Assert.Equal(3, Value(page, "applications.new.natural_person"));
    }

    [Fact]
    public void Numbers_that_no_cell_takes_are_counted()
    {
        var page = Align(Lines(
            "一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
            "另有某种新情形一类 | 4 | 0 | 0 | 0 | 0 | 0 | 4",
            "二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0"));

        Assert.Equal(7, page.UnexplainedNumbers);
    }

    [Fact]
    public void Numbers_set_apart_on_a_line_of_text_are_counted_though_its_words_are_no_label()
    {
        var page = Align(Grid("项目 | 本年制发件数 | 本年废止件数 | 现行有效件数", "规章 | 1 | 0 | 2"), Lines("政府集 | 50 | 44090992")[0], Grid("项目 | 本年处理决定数量", "行政许可 | 7"));

        Assert.Equal(2, page.UnexplainedNumbers);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void A_column_of_another_name_among_those_of_the_form_is_another_table_s_only_where_rules_part_them(bool isUnruled, int left) =>
        Assert.Equal(left, Align(Grid(
            "项目 | 自然人 | 商业企业 | 企科研构 | 社会公益组织 | 法律服务机构 | 其他 | 总计",
            "一、本年新收政府信息公开申请数量 | 3 | 2 | 0 | 0 | 0 | 1 | 6") with { IsUnruled = isUnruled }).UnexplainedNumbers);

    [Fact]
    public void The_groups_of_table_four_may_be_stacked()
    {
        var page = Align(Grid(
            "类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计",
            "行政复议 | 1 | 0 | 0 | 2 | 3",
            "未经复议直接起诉 | 0 | 4 | 0 | 0 | 4",
            "复议后起诉 | 0 | 0 | 5 | 0 | 5"));

        Assert.Equal(3, Value(page, "remedies.reconsideration.total"));
        Assert.Equal(4, Value(page, "remedies.litigation_direct.corrected"));
        Assert.Equal(5, Value(page, "remedies.litigation_after.other"));
    }

    private static decimal? Value(AlignedPage page, string cell) => page.Cells.Single(pair => pair.Key.Id == new CellId(cell)).Value.Candidate.Number.Value;

    private static AlignedPage Align(params Block[] blocks) => Align(null, blocks);

    private static AlignedPage Align(int? year, params Block[] blocks) => TableAlignment.Align(new Tokenizer(AnnualReportForms.Family).Tokens([.. blocks]) with { Year = year });

    private static GridBlock Grid(params string[] rows)
    {
        var cells = rows.SelectMany((row, r) => row.Split('|').Select((text, c) => new GridCell(r, c, 1, 1, text.Trim(), new HtmlLocator($"tr:nth-child({r + 1})>td:nth-child({c + 1})", r, c)))).ToImmutableArray();
        return new GridBlock(cells, rows.Length, cells.Max(cell => cell.Column) + 1, new HtmlLocator("table"));
    }

    private static Block[] Lines(params string[] rows) =>
    [
        .. rows.Select((row, r) => new TextBlock(row, new TextLocator(r + 1, 1, row.Length), null,
            [.. row.Split('|').Select((text, c) => new TextSegment(text.Trim(), new TextLocator(r + 1, c + 1, text.Trim().Length)))])),
    ];
}
