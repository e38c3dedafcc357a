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

    private static async Task<List<string>> RowsOf(PdfWord[] words) => [.. Rows(Assert.IsType<GridBlock>(Assert.Single(await Read(words))))];
}
