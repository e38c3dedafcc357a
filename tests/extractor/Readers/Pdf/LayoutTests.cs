using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
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
    public async Task A_column_that_prints_no_figure_is_known_by_its_header()
    {
        var blocks = await Read([
            Word("法人或其他组织", 265, 60),
            Word("自然人", 190, 80), Word("企业", 245, 80), Word("科研", 295, 80), Word("其他", 345, 80), Word("总计", 395, 80),
            Word("予以公开", 50, 100), Word("7", 203, 100), Word("7", 403, 100),
            Word("部分公开", 50, 120), Word("2", 203, 120), Word("1", 353, 120), Word("3", 403, 120)]);

        var rows = Rows(Assert.IsType<GridBlock>(Assert.Single(blocks)));
        Assert.Equal(["自然人,企业,科研,其他,总计", "予以公开,7,,,,7", "部分公开,2,,,1,3"], rows.Skip(1));
    }

    [Fact]
    public async Task A_table_that_goes_on_without_its_header_keeps_its_columns()
    {
        var blocks = await Read(
            [Word("信息内容", 50, 680), Word("制发", 198, 680), Word("废止", 298, 680), Word("有效", 398, 680), Word("规章", 50, 700), Word("1", 205, 700), Word("2", 305, 700), Word("3", 405, 700)],
            [Word("规范性文件", 50, 60), Word("4", 405, 60), Word("其他文件", 50, 80), Word("5", 205, 80), Word("6", 405, 80)]);

        Assert.Equal(["信息内容,制发,废止,有效", "规章,1,2,3", "规范性文件,,,4", "其他文件,5,,6"], Rows(Assert.IsType<GridBlock>(Assert.Single(blocks))));
    }

    [Fact]
    public async Task Numbers_tell_where_a_wrapped_label_begins_when_rows_between_print_nothing()
    {
        var blocks = await Read([
            Word("信息内容", 50, 80), Word("制发", 198, 80), Word("废止", 298, 80), Word("有效", 398, 80),
            Word("1.属于国家", 50, 100), Word("1", 205, 106), Word("2", 305, 106), Word("3", 405, 106), Word("秘密", 50, 112),
            Word("2.法律行政", 50, 124), Word("法规禁止", 50, 136),
            Word("3.危及安全", 50, 148), Word("稳定", 50, 160),
            Word("4.第三方的", 50, 172), Word("4", 205, 178), Word("5", 305, 178), Word("6", 405, 178), Word("权益", 50, 184)]);

        Assert.Equal(["1.属于国家秘密,1,2,3", "2.法律行政法规禁止,,,", "3.危及安全稳定,,,", "4.第三方的权益,4,5,6"], Rows(Assert.IsType<GridBlock>(Assert.Single(blocks))).Skip(1));
    }

    [Fact]
    public async Task A_small_raised_mark_behind_a_figure_is_no_part_of_it()
    {
        var mark = new PdfWord("①", new PdfBox(306, 99, 311, 105));
        var blocks = await Read([Word("规章", 50, 100), Word("1", 205, 100), Word("12", 295, 100), mark, Word("3", 405, 100), Word("文件", 50, 120), Word("4", 205, 120), Word("5", 300, 120), Word("6", 405, 120)]);

        Assert.Equal(["规章,1,12,3", "文件,4,5,6"], Rows(Assert.IsType<GridBlock>(Assert.Single(blocks))));
    }

    [Fact]
    public async Task A_page_number_spread_out_is_no_row_of_figures()
    {
        var blocks = await Read([Word("第二行文字较长", 50, 130), Word("-", 280, 770), Word("1", 297, 770), Word("-", 314, 770)]);

        Assert.True(Assert.IsType<TextBlock>(blocks[1]).IsBoilerplate);
    }

    [Fact]
    public async Task Two_columns_are_read_one_after_the_other_below_the_title_over_both()
    {
        var (left, right) = (new string('左', 22), new string('右', 22));
        var lines = Enumerable.Range(0, 5).SelectMany(i => new[] { Word(left, 50, 100 + (i * 20)), Word(right, 310, 100 + (i * 20)) });
        var blocks = await Read([Word("二〇二三年政府信息公开工作年度报告的标题在两栏之上", 170, 60), .. lines, Word("- 1 -", 290, 770)]);

        Assert.Equal(["二〇二三年", string.Concat(Enumerable.Repeat(left, 5).Concat(Enumerable.Repeat(right, 5))), "- 1 -"], blocks.Cast<TextBlock>().Select((block, i) => i == 0 ? block.Text[..5] : block.Text));
    }

    [Fact]
    public async Task A_table_that_goes_on_without_its_header_takes_the_first_lines_of_a_label_along()
    {
        var blocks = await Read(
            [Word("信息内容", 50, 680), Word("制发", 198, 680), Word("废止", 298, 680), Word("有效", 398, 680), Word("规章", 50, 700), Word("1", 205, 700), Word("2", 305, 700), Word("3", 405, 700)],
            [Word("规范性", 50, 60), Word("文件的", 50, 73), Word("4", 205, 73), Word("5", 305, 73), Word("6", 405, 73), Word("数量", 50, 86), Word("其他", 50, 106), Word("7", 205, 106), Word("8", 305, 106), Word("9", 405, 106)]);

        Assert.Equal(["信息内容,制发,废止,有效", "规章,1,2,3", "规范性文件的数量,4,5,6", "其他,7,8,9"], Rows(Assert.IsType<GridBlock>(Assert.Single(blocks))));
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
    public async Task Columns_closer_than_words_are_told_by_the_figures_above_and_below()
    {
        var blocks = await Read([
            Word("规章", 50, 100), Word("1", 122, 100), Word("2", 129, 100), Word("13", 141, 100),
            Word("行政规范性文件", 50, 120), Word("4", 122, 120), Word("15", 129, 120), Word("6", 141, 120)]);

        Assert.Equal(["规章,1,2,13", "行政规范性文件,4,15,6"], Rows(Assert.IsType<GridBlock>(Assert.Single(blocks))));
    }

    [Fact]
    public async Task Figures_beside_words_in_a_single_line_stay_in_it()
    {
        var blocks = await Read([Word("行政许可", 50, 100), Word("12", 92, 100), Word("34", 104, 100), Word(FullLine, 50, 140)]);

        Assert.Equal("行政许可12 34", Assert.IsType<TextBlock>(blocks[0]).Text);
    }

    [Fact]
    public async Task A_figure_at_the_end_of_a_line_of_prose_stays_in_its_sentence()
    {
        var blocks = await Read([
            Word("规章", 50, 100), Word("1", 122, 100), Word("2", 129, 100), Word("13", 141, 100),
            Word("行政规范性文件", 50, 120), Word("4", 122, 120), Word("15", 129, 120), Word("6", 141, 120),
            Word("今年更新目录，清理文件", 50, 180), Word("14", 163, 180), Word(FullLine, 50, 200)]);

        Assert.Contains(blocks.OfType<TextBlock>(), block => block.Text.StartsWith("今年更新目录，清理文件14", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Headers_that_touch_are_cut_above_their_columns()
    {
        var blocks = await Read([
            Word("信息内容", 50, 80), Word("本年制发本年废止现行有效", 122, 80),
            Word("规章", 50, 110), Word("1", 122, 110), Word("2", 162, 110), Word("3", 202, 110),
            Word("规范性文件", 50, 140), Word("4", 122, 140), Word("5", 162, 140), Word("6", 202, 140)]);

        Assert.Equal(["信息内容,本年制发,本年废止,现行有效", "规章,1,2,3", "规范性文件,4,5,6"], Rows(Assert.IsType<GridBlock>(Assert.Single(blocks))));
    }

    [Fact]
    public async Task A_word_printed_twice_for_boldness_is_read_once()
    {
        var blocks = await Read([Word("总体情况总体情况", 50, 100), Word("总体情况总体情况", 50.4, 100), Word("第二行文字较长", 50, 130)]);

        Assert.Equal(["总体情况总体情况", "第二行文字较长"], blocks.Cast<TextBlock>().Select(block => block.Text));
    }
}
