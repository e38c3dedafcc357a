using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Docx;
using static Pipeline.Extractor.Tests.Readers.Docx.WordFile;

namespace Pipeline.Extractor.Tests.Readers.Docx;

public sealed class DocxTablesTests
{
    [Fact]
    public async Task Cells_merged_sideways_and_downwards_by_older_marks_become_one()
    {
        var across = "<w:hMerge/>";
        var down = "<w:vMerge/>";
        var grid = Assert.Single(await Grids(Table(
            [Cell(Paragraph("事项"), "<w:vMerge w:val=\"restart\"/><w:hMerge w:val=\"restart\"/>"), Cell("<w:p/>", "<w:vMerge w:val=\"restart\"/>" + across), Cell(Paragraph("件数"), "<w:hMerge w:val=\"restart\"/>"), Cell("<w:p/>", across)],
            [Cell("<w:p/>", down + "<w:hMerge w:val=\"restart\"/>"), Cell("<w:p/>", down + across), Cell(Paragraph("3")), Cell(Paragraph("4"))])));

        Assert.Equal([(0, 0, 2, 2, "事项"), (0, 2, 1, 2, "件数"), (1, 2, 1, 1, "3"), (1, 3, 1, 1, "4")], grid.Cells.Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text)));
    }

    [Fact]
    public async Task A_table_of_one_cell_within_a_cell_is_the_text_of_that_cell()
    {
        var boxed = Table([Cell(Paragraph("17"))]);
        var grid = Assert.Single(await Grids(Table([Cell(Paragraph("予以公开")), Cell(boxed + "<w:p/>")])));

        Assert.Equal(["予以公开", "17"], grid.Cells.Select(cell => cell.Text));
    }

    [Fact]
    public async Task Text_beside_a_table_within_a_cell_is_its_caption()
    {
        string Within(string year, string figure) => Paragraph(year) + Table([Cell(Paragraph("事项")), Cell(Paragraph("件数"))], [Cell(Paragraph("行政许可")), Cell(Paragraph(figure))]) + "<w:p/>";

        var document = await Reading.Document(With(Table([Cell(Within("2022年", "7")), Cell(Within("2023年", "9"))])));

        Assert.Equal(["2022年", "7", "2023年", "9"], document.Blocks.Select(block => block is TextBlock text ? text.Text : ((GridBlock)block).Cells[^1].Text));
    }

    [Fact]
    public async Task A_table_of_several_cells_within_a_cell_stays_a_table()
    {
        var inner = Table([Cell(Paragraph("规章")), Cell(Paragraph("2"))]);
        var grids = await Grids(Table([Cell(Paragraph("说明")), Cell(inner + "<w:p/>")]));

        Assert.Equal([["说明", ""], ["规章", "2"]], grids.Select(grid => grid.Cells.Select(cell => cell.Text)));
    }

    [Fact]
    public async Task Smart_tags_custom_xml_and_content_controls_hide_nothing()
    {
        var run = "<w:r><w:t>12</w:t></w:r>";
        var grid = Assert.Single(await Grids(Table([
            Cell($"<w:p><w:smartTag w:uri=\"u\" w:element=\"e\"><w:smartTagPr><w:attr w:name=\"n\" w:val=\"9\"/></w:smartTagPr>{run}</w:smartTag></w:p>"),
            Cell($"<w:p><w:customXml w:uri=\"u\" w:element=\"e\">{run}</w:customXml></w:p>"),
            $"<w:sdt><w:sdtContent>{Cell($"<w:p>{run}</w:p>")}</w:sdtContent></w:sdt>"])));

        Assert.Equal(["12", "12", "12"], grid.Cells.Select(cell => cell.Text));
    }

    [Fact]
    public async Task Paragraphs_divided_by_tab_stops_make_a_grid_with_its_empty_places()
    {
        static string Tabbed(params string[] parts) => $"<w:p>{string.Join("<w:r><w:tab/></w:r>", parts.Select(part => $"<w:r><w:t>{part}</w:t></w:r>"))}</w:p>";
        var grid = Assert.Single(await Grids(Paragraph("二、主动公开政府信息情况") + Tabbed("规章", "1", "", "4") + Tabbed("行政强制", "", "", "")));

        Assert.Equal([(0, "规章"), (1, "1"), (2, ""), (3, "4"), (0, "行政强制"), (1, ""), (2, ""), (3, "")], grid.Cells.Select(cell => (cell.Column, cell.Text)));
        Assert.Equal(new DocxLocator(1, 0, 3), grid.Cells[3].Source);
    }

    private static async Task<IReadOnlyList<GridBlock>> Grids(string body) =>
        [.. (await new DocxReader().Read(With(body), new DocumentHints(), default)).Blocks.OfType<GridBlock>()];
}
