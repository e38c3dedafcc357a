using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

public sealed class WrittenFiguresTests
{
    // A page that was drawn at 200 dots per inch and neither turned nor straightened.
    private const double Scale = 200.0 / 72;

    private static readonly PdfBox Cell = new(100, 100, 112, 110);

    [Theory]
    [InlineData("12", null, "12", true)]
    [InlineData("12", null, "１２", true)]
    [InlineData("12", null, "72", false)]
    [InlineData("12", "72", "12", false)]
    public void A_picture_confirms_what_it_shows_without_a_doubt(string seen, string? other, string written, bool isConfirmed) =>
        Assert.Equal(isConfirmed, Of([new OcrWord(seen, other, Cell, 0.9)], new PdfWord(written, Cell)).AreConfirmed([Cell]));

    [Fact]
    public void A_figure_of_the_text_that_the_picture_does_not_show_is_not_confirmed()
    {
        var figures = Of([], new PdfWord("12", Cell));

        Assert.False(figures.AreConfirmed([Cell]));
        Assert.Equal("12", Assert.Single(figures.Unseen).Text);
    }

    [Fact]
    public void A_figure_of_the_picture_that_the_text_lacks_is_not_confirmed() =>
        Assert.False(Of([new OcrWord("12", null, Cell, 0.9)], new PdfWord("件", new PdfBox(300, 300, 310, 310))).AreConfirmed([Cell]));

    [Fact]
    public void Of_a_run_over_several_cells_each_cell_gets_its_characters()
    {
        var beside = new PdfBox(112, 100, 124, 110);

        var second = Of([new OcrWord("12", null, Cell, 0.9), new OcrWord("34", null, beside, 0.9)], new PdfWord("1235", Cell.Union(beside))).Second();

        Assert.Equal(["12", "35"], second.Words.Select(word => word.Text));
    }

    [Fact]
    public void Labels_are_as_the_picture_shows_them() =>
        Assert.Equal("合计", Assert.Single(Of([new OcrWord("合计", null, Cell, 0.9)], new PdfWord("台计", Cell)).Second().Words).Text);

    private static WrittenFigures Of(OcrWord[] seen, PdfWord written) =>
        WrittenFigures.Of(new OcrPage(1, 595, 842, [.. seen], [], [Scale, 0, 0, 0, Scale, 0, 0, 0, 1], 20), new PdfPage(1, 595, 842, [written], []));
}
