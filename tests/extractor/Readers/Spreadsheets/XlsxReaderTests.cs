using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using static Pipeline.Extractor.Tests.Readers.Spreadsheets.WorkbookFile;

namespace Pipeline.Extractor.Tests.Readers.Spreadsheets;

public sealed class XlsxReaderTests
{
    [Fact]
    public async Task Rows_with_one_cell_are_text_and_rows_with_several_a_grid_with_its_merged_cells()
    {
        var document = await Reading.Document(With("<sheetData>" +
            $"<row r=\"1\">{TextCell("A1", "青岚县政府信息公开工作年度报告")}</row>" +
            $"<row r=\"3\">{TextCell("A3", "第二十条第（一）项", 1)}{TextCell("B3", "", 1)}{TextCell("C3", "", 1)}</row>" +
            $"<row r=\"4\">{TextCell("A4", "信息内容", 1)}{TextCell("B4", "本年制发件数", 1)}{TextCell("C4", "", 1)}</row>" +
            $"<row r=\"5\">{TextCell("A5", "规章", 1)}{Number("B5", "12", 1)}{TextCell("C5", "", 1)}</row>" +
            "</sheetData><mergeCells><mergeCell ref=\"A3:C3\"/><mergeCell ref=\"B4:C4\"/></mergeCells>"));

        Assert.Equal("青岚县政府信息公开工作年度报告", Assert.IsType<TextBlock>(document.Blocks[0]).Text);
        var (heading, grid) = (Assert.IsType<TextBlock>(document.Blocks[1]), Assert.IsType<GridBlock>(document.Blocks[2]));
        Assert.Equal("第二十条第（一）项", heading.Text);
        Assert.Equal((2, 3), (grid.RowCount, grid.ColumnCount));
        Assert.Equal(2, grid.Cells.Single(cell => cell.Text == "本年制发件数").ColumnSpan);
        Assert.Equal(new SheetLocator("表1", 4, 1), grid.Cells.Single(cell => cell.Text == "12").Source);
    }

    [Fact]
    public async Task A_short_row_across_a_framed_table_stays_in_it() => Assert.Equal(
        ["规章|1", "第二十条第（五）项", "行政许可|2"],
        await Reading.Rows(With("<sheetData>" +
            $"<row r=\"1\">{TextCell("A1", "规章", 1)}{Number("B1", "1", 1)}</row><row r=\"2\">{TextCell("A2", "第二十条第（五）项", 1)}{TextCell("B2", "", 1)}</row><row r=\"3\">{TextCell("A3", "行政许可", 1)}{Number("B3", "2", 1)}</row>" +
            "</sheetData><mergeCells><mergeCell ref=\"A2:B2\"/></mergeCells>")));

    [Fact]
    public async Task Hidden_rows_columns_and_sheets_and_what_is_crossed_out_are_not_read()
    {
        var shown = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>" +
            $"<row r=\"1\">{TextCell("A1", "规章")}{Number("B1", "99")}{Number("C1", "1")}</row><row r=\"2\" hidden=\"1\">{TextCell("A2", "旧")}{Number("C2", "98")}</row><row r=\"3\">{TextCell("A3", "行政许可")}{Number("C3", "2")}{Number("D3", "97", 2)}</row></sheetData>";

        Assert.Equal(["规章|1", "行政许可|2"], await Reading.Rows(With([], ("", shown), ("hidden", shown), ("veryHidden", shown))));
    }

    [Theory]
    [InlineData("0", "12.4", "12")]
    [InlineData("0.00", "0.5", "0.50")]
    [InlineData("#,##0", "1234567", "1,234,567")]
    [InlineData("#,##0.00", "1234.5", "1,234.50")]
    [InlineData("0%", "0.256", "26%")]
    [InlineData("0.0%", "0.256", "25.6%")]
    [InlineData("0\"件\"", "7", "7件")]
    [InlineData("#", "0", "")]
    [InlineData("0;-0;;@", "0", "")]
    [InlineData("0_);(0)", "-5", "(5)")]
    [InlineData("0_ ;[Red]\\-0\\ ", "-5", "-5")]
    [InlineData("General", "0.30000000000000004", "0.3")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "45000", "2023年3月15日")]
    [InlineData("yyyy-mm-dd hh:mm", "45000.5", "2023-03-15 12:00")]
    [InlineData("[$-804]yyyy/m/d;@", "45000", "2023/3/15")]
    [InlineData("0.00E+00", "1200", "1200")]
    [InlineData("_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", "0", "-")]
    [InlineData("000", "7", "007")]
    [InlineData("[=0]\"-\";General", "0", "-")]
    [InlineData("[=0]\"-\";General", "7", "7")]
    [InlineData("[>0]0;\"/\"", "0", "/")]
    [InlineData("[>=1]0;[<0]-0;\"—\"", "-5", "-5")]
    [InlineData("@", "7", "7")]
    public async Task A_number_is_read_as_its_format_shows_it(string format, string stored, string shown) => Assert.Equal(
        (shown.Length > 0 ? $"数|次\n一|{shown}" : "数|次").Split('\n'),
        await Reading.Rows(With([format], ("", $"<sheetData><row r=\"1\">{TextCell("A1", "数")}{TextCell("B1", "次")}</row><row r=\"2\">{TextCell("A2", "一")}{Number("B2", stored, 2)}</row></sheetData>"))));

    [Fact]
    public async Task Zeros_that_a_sheet_does_not_show_are_not_read() => Assert.Equal(
        ["规章|次", "许可|2"],
        await Reading.Rows(With($"<sheetViews><sheetView showZeros=\"0\"/></sheetViews><sheetData><row r=\"1\">{TextCell("A1", "规章")}{TextCell("B1", "次")}</row><row r=\"2\">{TextCell("A2", "许可")}{Number("B2", "2")}{Number("C2", "0")}</row></sheetData>")));

    [Fact]
    public async Task Cells_without_a_place_stand_side_by_side_the_empty_ones_too() => Assert.Equal(
        [0, 2, 0, 1, 2],
        ((GridBlock)(await Reading.Document(With("<sheetData><row><c t=\"inlineStr\"><is><t>甲</t></is></c><c/><c><v>1</v></c></row><row><c t=\"inlineStr\"><is><t>乙</t></is></c><c><v>2</v></c><c><v>3</v></c></row></sheetData>"))).Blocks[0]).Cells.Select(cell => cell.Column));

    [Fact]
    public async Task Escapes_of_characters_are_read_as_the_characters() => Assert.Equal(
        ["规章|5"],
        await Reading.Rows(With($"<sheetData><row r=\"1\">{TextCell("A1", "规章")}{TextCell("B1", "5_x000D_\n")}</row></sheetData>")));

    [Fact]
    public async Task A_formula_is_read_by_its_last_result() => Assert.Equal(
        ["总计|3", "说明|甲乙"],
        await Reading.Rows(With("<sheetData><row r=\"1\">" + TextCell("A1", "总计") + "<c r=\"B1\"><f>SUM(C1:D1)</f><v>3</v></c></row><row r=\"2\">" + TextCell("A2", "说明") + "<c r=\"B2\" t=\"str\"><f>\"甲\"&amp;\"乙\"</f><v>甲乙</v></c></row></sheetData>")));

    [Fact]
    public async Task A_formula_without_a_result_is_no_blank() => Assert.Equal(
        ["总计|=SUM(C1:D1)"],
        await Reading.Rows(With("<sheetData><row r=\"1\">" + TextCell("A1", "总计") + "<c r=\"B1\"><f>SUM(C1:D1)</f></c></row></sheetData>")));

    [Fact]
    public async Task Formatting_to_the_end_of_the_sheet_and_merges_without_end_take_no_time()
    {
        var rows = string.Concat(Enumerable.Range(3, 2000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" s=\"0\"/></row>"));

        Assert.Equal(["规章|1", "行政许可|2"], await Reading.Rows(With($"<sheetData><row r=\"1\">{TextCell("A1", "规章")}{Number("B1", "1")}</row><row r=\"2\">{TextCell("A2", "行政许可")}{Number("B2", "2")}</row>{rows}</sheetData><mergeCells><mergeCell ref=\"B2:XFD1048576\"/></mergeCells>")));
    }

    [Fact]
    public async Task Damaged_and_oversized_workbooks_are_failures()
    {
        var whole = With($"<sheetData><row r=\"1\">{TextCell("A1", "规章")}</row></sheetData>");
        var cells = string.Concat(Enumerable.Range(1, 2100).Select(row => $"<row r=\"{row}\">{string.Concat(Enumerable.Repeat("<c s=\"1\"/>", 199))}</row>"));

        Assert.Equal("failed.truncated", await Reading.Failure(whole[..^300]));
        Assert.Equal("failed.malformed", await Reading.Failure(With("<sheetData><row")));
        Assert.Equal("failed.too-large", await Reading.Failure(With($"<sheetData>{cells}</sheetData>")));
    }
}
