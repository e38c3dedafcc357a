using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Tests.Readers.Pdf;

/// <summary>A page breaks where no rule is drawn: within a row, or between two.</summary>
public sealed class CutCellsTests
{
    [Theory]
    [InlineData("2.重复申请 0", "3.其他 5", "2.重复申请|0|3.其他|5")]
    [InlineData("2.申请人逾期 0", "不缴纳费用 ", "2.申请人逾期不缴纳费用|0")]
    public void Two_figures_are_two_rows_and_a_figure_with_the_rest_of_its_label_is_one(string upper, string lower, string cells) =>
        Assert.Equal(cells, string.Join('|', CutCells.Heal(Row(upper), Row(lower)).Cells.OrderBy(placed => placed.Cell.Row).ThenBy(placed => placed.Cell.Column).Select(placed => placed.Cell.Text)));

    private static DocumentTable Row(string cells) => new([0, 50, 100], 1,
        [.. cells.Split(' ').Select((text, column) => new LocatedCell(new TableCell(0, column, 1, 1, new PdfBox(0, 0, 50, 20)) { Text = text, IsOpenAbove = true, IsOpenBelow = true }, new PdfLocator(1, 0, 0, 50, 20)))], new PdfLocator(1, 0, 0, 100, 20));
}
