using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Tests.Readers.Pdf;

/// <summary>A table that a page break cut between the rows of its header: upright rules end without one that closes them.</summary>
public sealed class OverhangingWordsTests
{
    private static readonly PdfRule[] Rules =
    [
        new(true, 100, 50, 350), new(true, 120, 150, 350), new(true, 140, 200, 300),
        new(false, 50, 100, 140), new(false, 150, 100, 140), new(false, 200, 120, 140), new(false, 300, 120, 140), new(false, 350, 100, 140),
    ];

    [Theory]
    // Boxes of fonts overlap from line to line, those of the ink of scans lie apart.
    [InlineData(132, "自然人")]
    [InlineData(139.5, "自然人")]
    [InlineData(152, "自然")]
    public void The_rest_of_a_label_below_the_last_rule_belongs_to_its_cell(double top, string label)
    {
        var page = UprightPage.Of(new PdfPage(1, 600, 800, [Ink("申请人情况", 220, 105), Ink("自然", 165, 124), Ink("法人或其他组织", 215, 124), Ink("总计", 315, 124), Ink("人", 170, top)], [.. Rules]));

        var (tables, outside) = RuledTables.Find(page);

        Assert.Contains(Assert.Single(tables).Cells, cell => cell.Text == label);
        Assert.Equal(label == "自然人" ? 0 : 1, outside.Length);
    }

    private static PdfWord Ink(string text, double left, double top) => new(text, new PdfBox(left, top, left + (10 * text.Length), top + 10));
}
