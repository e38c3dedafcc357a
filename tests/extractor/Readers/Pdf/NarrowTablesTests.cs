using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Layout;
using static Pipeline.Extractor.Tests.Readers.Pdf.SketchedPages;

namespace Pipeline.Extractor.Tests.Readers.Pdf;

/// <summary>Tables as browsers print them where a page gives them neither borders nor room: words of two cells, and the lines of one, stand as close as those of a text.</summary>
public sealed class NarrowTablesTests
{
    [Fact]
    public async Task A_header_over_several_columns_does_not_go_on_in_one_below_its_left_side()
    {
        var rows = await RowsOf([
            Word("法人或其他组织", 246, 60),
            Word("自然人", 200, 74), Word("企", 246, 74), Word("科研", 270, 74), Word("其他", 310, 74), Word("总计", 350, 74),
            Word("业", 246, 86), Word("机构", 270, 86),
            Word("予以公开", 50, 110), Word("9", 203, 110), Word("1", 248, 110), Word("0", 272, 110), Word("3", 312, 110), Word("13", 352, 110),
            Word("部分公开", 50, 125), Word("2", 203, 125), Word("4", 248, 125), Word("0", 272, 125), Word("1", 312, 125), Word("7", 352, 125)]);

        Assert.Equal(["自然人,企业,科研机构,其他,总计", "予以公开,9,1,0,3,13", "部分公开,2,4,0,1,7"], rows.TakeLast(3));
    }

    [Fact]
    public async Task Figures_at_the_left_of_wide_cells_are_under_the_header_in_their_middle()
    {
        var rows = await RowsOf([
            Word("信息内容", 50, 80), Word("制发件数", 230, 80), Word("废止件数", 330, 80), Word("有效件数", 430, 80),
            Word("规章", 50, 100), Word("12", 202, 100), Word("38", 402, 100),
            Word("规范性文件", 50, 120), Word("3", 202, 120), Word("5", 402, 120)]);

        Assert.Equal(["信息内容,制发件数,废止件数,有效件数", "规章,12,,38", "规范性文件,3,,5"], rows);
    }

    [Fact]
    public async Task A_unit_that_wraps_is_of_the_number_above_it()
    {
        var rows = await RowsOf([
            Word("收到申请", 50, 100), Word("725", 200, 94), Word("件", 200, 106), Word("12件", 250, 100), Word("737", 300, 94), Word("件", 300, 106),
            Word("结转申请", 50, 130), Word("4件", 200, 130), Word("0件", 250, 130), Word("4件", 300, 130)]);

        Assert.Equal(["收到申请,725件,12件,737件", "结转申请,4件,0件,4件"], rows);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(94)]
    public async Task Wide_digits_that_wrap_are_one_number_beside_a_row(double beside)
    {
        var rows = await RowsOf([
            Word("行政强制", 50, beside), Word("３", 200, beside), Word("５", 250, beside), Word("１６６", 300, 94), Word("４", 300, 106),
            Word("行政处罚", 50, 130), Word("２", 200, 130), Word("８", 250, 130), Word("７", 300, 130)]);

        Assert.Equal(["行政强制,３,５,１６６４", "行政处罚,２,８,７"], rows);
    }

    [Fact]
    public async Task Rows_at_the_top_of_a_page_have_the_head_at_the_foot_of_the_one_before()
    {
        var blocks = await Read(
            [Word("第二十条第（一）项", 50, 680), Word("信息内容", 50, 700), Word("制发", 198, 700), Word("废止", 298, 700), Word("有效", 398, 700)],
            [Word("规章", 50, 60), Word("1", 205, 60), Word("2", 305, 60), Word("3", 405, 60), Word("规范性文件", 50, 80), Word("4", 205, 80), Word("5", 305, 80), Word("6", 405, 80)]);

        var grid = Assert.Single(blocks.OfType<GridBlock>());
        Assert.Equal(["信息内容,制发,废止,有效", "规章,1,2,3", "规范性文件,4,5,6"], Rows(grid).TakeLast(3));
        Assert.All(grid.Cells, cell => Assert.True(cell.Source is Contracts.Locators.PdfLocator { Page: 2, Top: >= 0 }));
    }

    [Fact]
    public void What_touching_cells_say_is_cut_at_the_rules_between_them_and_a_number_over_a_rule_is_not()
    {
        PdfRule[] rules =
        [
            .. new double[] { 100, 120, 140 }.Select(y => new PdfRule(true, y, 50, 200)),
            .. new double[] { 50, 170, 175, 180, 200 }.Select(x => new PdfRule(false, x, 100, 140)),
        ];
        var page = UprightPage.Of(new PdfPage(1, 600, 800, [Word("予以公开", 60, 104), Word("0324", 170, 104), Word("部分公开", 60, 124), Word("12", 167, 124)], [.. rules]));

        var (tables, _) = RuledTables.Find(page);

        Assert.Equal(["予以公开", "0", "3", "24", "部分公开", "12", "", ""], Assert.Single(tables).Cells.Select(cell => cell.Text));
    }

    [Fact]
    public async Task A_header_in_two_lines_is_one_however_far_its_lines_are_apart()
    {
        var rows = await RowsOf([
            Word("本年废止", 290, 60), Word("现行有效", 390, 60), Word("信息内容", 50, 68), Word("本年制发", 190, 62), Word("件数", 200, 74), Word("件数", 300, 80), Word("件数", 400, 80),
            Word("规章", 50, 104), Word("0", 207, 104), Word("0", 307, 104), Word("0", 407, 104),
            Word("规范性文件", 50, 140), Word("6", 207, 140), Word("0", 307, 140), Word("148", 402, 140)]);

        Assert.Equal(["信息内容,本年制发件数,本年废止件数,现行有效件数", "规章,0,0,0", "规范性文件,6,0,148"], rows);
    }

    [Fact]
    public async Task A_label_that_fills_its_cell_leaves_no_gap_before_the_figure()
    {
        var rows = await RowsOf([
            Word("信息内容", 50, 60), Word("制发", 120, 60), Word("废止", 160, 60), Word("有效", 200, 60),
            Word("规章", 50, 80), Word("3", 120, 80), Word("0", 160, 80), Word("7", 200, 80),
            Word("规范性文件类", 59.5, 100), Word("6", 120, 100), Word("1", 160, 100), Word("9", 200, 100),
            Word("行政许可", 50, 120), Word("4", 120, 120), Word("2", 160, 120), Word("8", 200, 120)]);

        Assert.Equal(["信息内容,制发,废止,有效", "规章,3,0,7", "规范性文件类,6,1,9", "行政许可,4,2,8"], rows);
    }

    [Fact]
    public async Task A_unit_a_space_behind_its_figure_is_of_the_same_cell()
    {
        var rows = await RowsOf([
            Word("信息内容", 50, 60), Word("收费金额（单位：万元）", 120, 60),
            Word("行政许可收费", 50, 80), Word("3", 120, 80), Word("万元", 127, 80),
            Word("行政事业收费", 50, 100), Word("12", 120, 100), Word("万元", 132, 100)]);

        Assert.Equal(["信息内容,收费金额（单位：万元）", "行政许可收费,3万元", "行政事业收费,12万元"], rows);
    }

    [Theory]
    [InlineData("6", "行政事业性收费|6")]
    [InlineData("832", "行政事业性收费|832")]
    public async Task A_figure_between_the_lines_of_its_label_at_the_foot_of_a_page_is_no_page_number(string figure, string segments)
    {
        var blocks = await Read([Word("第二十条第（八）项", 50, 700), Word("行政事业性", 50, 750), Word(figure, 200, 757), Word("收费", 65, 764)]);

        Assert.Equal(segments, string.Join('|', Assert.Single(blocks.OfType<TextBlock>(), block => block.Text.Contains(figure, StringComparison.Ordinal)).Segments.Select(segment => segment.Text)));
    }

    [Theory]
    [InlineData("2", "3", true)]
    [InlineData("1", "2", true)]
    [InlineData("37", "38", true)]
    [InlineData("0", "0", false)]
    [InlineData("832", "5", false)]
    public async Task A_figure_alone_at_the_foot_of_a_page_is_its_number_where_it_counts_pages(string second, string third, bool areNumbers)
    {
        var blocks = await Read([Word("二〇二四年年度报告", 250, 300)], [Word("一、总体情况", 50, 100), Word("我机关认真贯彻条例，各项工作有序开展", 50, 130), Word(second, 298, 760)], [Word("二、主动公开政府信息情况", 50, 100), Word(third, 298, 760)]);

        Assert.Equal(areNumbers ? 2 : 0, blocks.OfType<TextBlock>().Count(block => block.IsBoilerplate));
    }

    private static async Task<List<string>> RowsOf(PdfWord[] words) => [.. Rows(Assert.IsType<GridBlock>(Assert.Single(await Read(words))))];
}
