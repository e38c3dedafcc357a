using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;
using static Pipeline.Extractor.Tests.Readers.Pdf.SketchedPages;

namespace Pipeline.Extractor.Tests.Readers.Pdf;

public sealed class LayoutTests
{
    private static readonly string FullLine = new('字', 50);

    [Fact]
    public async Task A_wrapped_paragraph_is_one_even_over_a_page_break_with_a_page_number()
    {
        var blocks = await Read([Word(FullLine, 50, 700), Word("- 1 -", 290, 770)], [Word("完。", 50, 60), Word("- 2 -", 290, 770)]);

        Assert.Equal([FullLine + "完。", "- 1 -", "- 2 -"], blocks.Cast<TextBlock>().Select(block => block.Text));
        Assert.Equal([false, true, true], blocks.Cast<TextBlock>().Select(block => block.IsBoilerplate));
    }

    [Fact]
    public async Task An_indented_line_begins_a_paragraph_and_a_numbered_one_too()
    {
        var blocks = await Read([Word(FullLine, 50, 100), Word("新的一段", 70, 120), Word(FullLine, 50, 140), Word("二、标题", 50, 160)]);

        Assert.Equal([FullLine, "新的一段", FullLine, "二、标题"], blocks.Cast<TextBlock>().Select(block => block.Text));
    }

    [Fact]
    public async Task A_row_without_figures_stays_a_row_of_blanks_between_its_neighbours()
    {
        var blocks = await Read([
            Word("信息内容", 50, 80), Word("制发", 198, 80), Word("废止", 298, 80), Word("有效", 398, 80),
            Word("规章", 50, 100), Word("1", 205, 100), Word("2", 305, 100), Word("3", 405, 100),
            Word("规范性文件", 50, 130),
            Word("其他文件", 50, 160), Word("4", 205, 160), Word("5", 305, 160), Word("6", 405, 160)]);

        var grid = Assert.IsType<GridBlock>(Assert.Single(blocks));
        Assert.Equal(["信息内容,制发,废止,有效", "规章,1,2,3", "规范性文件,,,", "其他文件,4,5,6"], Rows(grid));
    }

    [Fact]
    public async Task A_blank_among_figures_keeps_its_column()
    {
        var blocks = await Read([
            Word("行政许可", 50, 100), Word("1", 205, 100), Word("2", 305, 100), Word("3", 405, 100),
            Word("行政处罚", 50, 120), Word("7", 205, 120), Word("9", 405, 120)]);

        Assert.Equal(["行政许可,1,2,3", "行政处罚,7,,9"], Rows(Assert.IsType<GridBlock>(Assert.Single(blocks))));
    }

    [Fact]
    public async Task Figures_out_of_line_stay_lines_with_their_segments()
    {
        var blocks = await Read([
            Word("甲", 50, 100), Word("111", 200, 100), Word("222", 230, 100), Word("333", 260, 100),
            Word("乙", 50, 120), Word("444", 215, 120), Word("555", 245, 120), Word("666", 275, 120)]);

        Assert.Equal(["甲|111|222|333", "乙|444|555|666"], blocks.Cast<TextBlock>().Select(block => string.Join('|', block.Segments.Select(segment => segment.Text))));
        Assert.Equal(new PdfLocator(1, 200, 100, 215, 112), ((TextBlock)blocks[0]).Segments[1].Source);
    }

    [Fact]
    public async Task A_word_printed_twice_for_boldness_is_read_once()
    {
        var blocks = await Read([Word("总体情况总体情况", 50, 100), Word("总体情况总体情况", 50.4, 100), Word("第二行文字较长", 50, 130)]);

        Assert.Equal(["总体情况总体情况", "第二行文字较长"], blocks.Cast<TextBlock>().Select(block => block.Text));
    }

    private static IEnumerable<string> Rows(GridBlock grid) => grid.Cells.GroupBy(cell => cell.Row).Select(row => string.Join(',', row.Select(cell => cell.Text)));

    private static async Task<IReadOnlyList<Block>> Read(params PdfWord[][] pages) =>
        (await new PdfReader(new SketchedPages(pages)).Read("%PDF-1.7\n%%EOF"u8.ToArray(), new DocumentHints(), default)).Blocks;
}
