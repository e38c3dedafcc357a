using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Tests.Readers.Pdf;

/// <summary>A page breaks within a row or between two, where no rule is drawn, or where word processors draw one at every break.</summary>
public sealed class CutCellsTests
{
    [Theory]
    [InlineData("2.重复申请 0", "3.其他 5", "2.重复申请|0|3.其他|5")]
    [InlineData("2.申请人逾期 0", "不缴纳费用 ", "2.申请人逾期不缴纳费用|0")]
    public void Two_figures_are_two_rows_and_a_figure_with_the_rest_of_its_label_is_one(string upper, string lower, string cells) =>
        Assert.Equal(cells, Healed(Row(upper), Row(lower)));

    [Theory]
    [InlineData("5.属于三 18", "类内部事务信息 ", "5.属于三类内部事务信息|18")]
    [InlineData("5.属于三 ", "类内部事务信息 18", "5.属于三类内部事务信息|18")]
    [InlineData("5.属于三类内部事务信息 18", "6.属于四类过程性信息 ", "5.属于三类内部事务信息|18|6.属于四类过程性信息|")]
    [InlineData("规章 0", "规范性文件 ", "规章|0|规范性文件|")]
    [InlineData("5.属于三 18", "类内部事务信息 3", "5.属于三|18|类内部事务信息|3")]
    public void In_spite_of_rules_the_rest_of_a_numbered_label_without_figures_of_its_own_is_the_same_row(string upper, string lower, string cells) =>
        Assert.Equal(cells, Healed(Row(upper, isOpen: false), Row(lower, isOpen: false)));

    private static string Healed(DocumentTable upper, DocumentTable lower) =>
        string.Join('|', CutCells.Heal(upper, lower).Cells.OrderBy(placed => placed.Cell.Row).ThenBy(placed => placed.Cell.Column).Select(placed => placed.Cell.Text));

    private static DocumentTable Row(string cells, bool isOpen = true) => new([0, 50, 100], 1,
        [.. cells.Split(' ').Select((text, column) => new LocatedCell(new TableCell(0, column, 1, 1, new PdfBox(0, 0, 50, 20)) { Text = text, IsOpenAbove = isOpen, IsOpenBelow = isOpen }, new PdfLocator(1, 0, 0, 50, 20)))], new PdfLocator(1, 0, 0, 100, 20));
}
