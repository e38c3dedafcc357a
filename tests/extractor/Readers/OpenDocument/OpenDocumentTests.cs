using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using static Pipeline.Extractor.Tests.Readers.OpenDocument.OpenFile;

namespace Pipeline.Extractor.Tests.Readers.OpenDocument;

public sealed class OpenDocumentTests
{
    [Fact]
    public async Task A_text_gives_paragraphs_and_tables_with_merged_and_repeated_cells()
    {
        var document = await Reading.Document(TextFile(P("年度<text:s text:c=\"2\"/>报告") + "<table:table><table:table-header-rows><table:table-row>" + Cell("信息内容", "table:number-rows-spanned=\"2\"") + Cell("件数", "table:number-columns-spanned=\"2\"") +
            "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>" + Cell("0", "table:number-columns-repeated=\"2\"") + "</table:table-row></table:table>"));

        Assert.Equal("年度  报告", Assert.IsType<TextBlock>(document.Blocks[0]).Text);
        var grid = Assert.IsType<GridBlock>(document.Blocks[1]);
        Assert.Equal([("信息内容", 0, 0, 2, 1), ("件数", 0, 1, 1, 2), ("0", 1, 1, 1, 1), ("0", 1, 2, 1, 1)], grid.Cells.Select(cell => (cell.Text, cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan)));
        Assert.Equal(new DocxLocator(1, 1, 2), grid.Cells[^1].Source);
    }

    [Fact]
    public async Task Hidden_struck_and_deleted_text_notes_and_comments_are_not_read() => Assert.Equal(
        ["可见"],
        await Reading.Texts(TextFile("<text:tracked-changes>" + P("已删") + "</text:tracked-changes>" + P("可<text:span text:style-name=\"hidden\">隐</text:span><text:span text:style-name=\"struck\">划</text:span><office:annotation><text:p>批注</text:p></office:annotation>见<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note>") +
            "<text:section text:display=\"none\">" + P("隐藏") + "</text:section>")));

    [Fact]
    public async Task A_table_within_a_cell_and_a_text_box_come_after_it() => Assert.Equal(
        ["外|", "内|1"],
        await Reading.Rows(TextFile("<table:table><table:table-row>" + Cell("外") + "<table:table-cell><table:table><table:table-row>" + Cell("内") + Cell("1") + "</table:table-row></table:table></table:table-cell></table:table-row></table:table>")));

    [Fact]
    public async Task Text_beside_a_table_within_a_cell_is_its_caption()
    {
        string Within(string year, string figure) => $"<table:table-cell>{P(year)}<table:table><table:table-row>{Cell("事项")}{Cell("件数")}</table:table-row><table:table-row>{Cell("行政许可")}{Cell(figure)}</table:table-row></table:table></table:table-cell>";

        var document = await Reading.Document(TextFile($"<table:table><table:table-row>{Within("2022年", "7")}{Within("2023年", "9")}</table:table-row></table:table>"));

        Assert.Equal(["2022年", "7", "2023年", "9"], document.Blocks.Select(block => block is TextBlock text ? text.Text : ((GridBlock)block).Cells[^1].Text));
    }

    [Fact]
    public async Task A_sheet_shows_its_text_without_hidden_rows_columns_and_tables()
    {
        var shown = "<table:table table:name=\"表\"><table:table-column/><table:table-column table:visibility=\"collapse\"/><table:table-column/>" +
            $"<table:table-row>{Cell("行政许可")}{Cell("99")}{Cell("1,234", "office:value=\"1234\"")}</table:table-row><table:table-row table:visibility=\"filter\">{Cell("旧")}{Cell("9")}{Cell("9")}</table:table-row><table:table-row>{Cell("行政处罚")}{Cell("98")}{Cell("50%")}</table:table-row>" +
            "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";

        Assert.Equal(["行政许可|1,234", "行政处罚|50%"], await Reading.Rows(Sheets(shown + shown.Replace("table:name", "table:style-name=\"away\" table:name", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_cell_without_text_shows_its_value_in_repeated_rows_too() => Assert.Equal(
        ["规章|0", "规章|0", "许可|2|3"],
        await Reading.Rows(Sheets("<table:table><table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"string\" office:string-value=\"规章\"/><table:table-cell office:value-type=\"float\" office:value=\"0\"/></table:table-row>" +
            "<table:table-row><table:table-cell office:value-type=\"string\" office:string-value=\"许可\"/><table:table-cell office:value-type=\"float\" office:value=\"2\"/><table:table-cell office:value-type=\"float\" office:value=\"3\"/></table:table-row></table:table>")));

    [Fact]
    public async Task Zeros_that_the_view_leaves_out_are_not_read() => Assert.Equal(
        ["规章|次", "许可|2"],
        await Reading.Rows(Sheets(
            $"<table:table><table:table-row>{Cell("规章")}{Cell("次")}</table:table-row><table:table-row>{Cell("许可")}{Cell("2", "office:value=\"2\"")}{Cell("0", "office:value=\"0\"")}</table:table-row></table:table>",
            "<settings xmlns:config=\"c\"><config:config-item config:name=\"ShowZeroValues\">false</config:config-item></settings>")));

    [Fact]
    public async Task Repetition_without_end_encryption_and_damage_are_failures()
    {
        Assert.Equal("failed.too-large", await Reading.Failure(Sheets($"<table:table><table:table-row table:number-rows-repeated=\"1000000\">{Cell("1", "table:number-columns-repeated=\"16384\"")}</table:table-row></table:table>")));
        Assert.Equal("failed.too-large", await Reading.Failure(TextFile($"<table:table><table:table-row table:number-rows-repeated=\"1000000\">{Cell("1", "table:number-columns-repeated=\"16384\"")}</table:table-row></table:table>")));
        Assert.Equal("failed.encrypted", await Reading.Failure(ZippedFile.With(("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"), ("content.xml", "\u0001"))));
        Assert.Equal("failed.malformed", await Reading.Failure(TextFile("<text:p>")));
        Assert.Equal("failed.malformed", await Reading.Failure(TextFile(P("年报"))[..^150]));
    }

    [Fact]
    public async Task A_type_named_in_a_part_and_a_part_without_content_leave_a_text_readable()
    {
        var text = ZippedFile.And(TextFile(P("年度报告")), "META-INF/manifest.xml", "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\"><manifest:manifest xmlns:manifest=\"m\"/>"u8.ToArray());

        Assert.Equal(["年度报告"], await Reading.Texts(ZippedFile.And(text, "Configurations2/accelerator/current.xml", [])));
    }

    [Theory]
    [InlineData("61233507.3499999999985", "61233507.3", "", "61233507.35")]
    [InlineData("61233507.3499999999985", "61233507.3", "general", "61233507.35")]
    [InlineData("12.5", "12.5", "", "12.5")]
    [InlineData("12.46", "12.5", "one", "12.5")]
    [InlineData("7", "12.5", "", "12.5")]
    public async Task A_number_without_a_format_has_the_digits_that_the_column_of_a_program_had_no_room_for(string value, string shown, string style, string read) => Assert.Equal(
        ["采购总金额|" + read],
        await Reading.Rows(Sheets("<table:table><table:table-row>" + Cell("采购总金额") + Cell(shown, $"table:style-name=\"{style}\" office:value-type=\"float\" office:value=\"{value}\"") + "</table:table-row></table:table>")));
}
