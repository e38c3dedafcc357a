using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Readers.Pdf;

/// <summary>Fonts that paint other figures than they name.</summary>
public sealed class LyingFontTests
{
    private static readonly byte[] Plain = SamplePaths.Bytes("printed-forms/pdf-of-chromium.pdf");

    [Theory]
    [InlineData("pdf-of-chromium.pdf")]
    [InlineData("pdf-of-writer-printed-mistake.pdf")]
    public async Task An_honest_font_is_not_doubted(string name)
    {
        var content = await Content(SamplePaths.Bytes($"printed-forms/{name}"));

        Assert.DoesNotContain(content.Pages, page => page.IsContestable);
    }

    [Theory]
    [InlineData('1', '7')]
    [InlineData('3', '8')]
    [InlineData('0', '6')]
    [InlineData('2', ' ')]
    [InlineData('1', '-')]
    [InlineData('4', '/')]
    public async Task A_figure_that_is_painted_as_another_character_is_doubted_where_it_stands(char painted, char said)
    {
        var honest = await Content(Plain);
        var lying = await Content(LyingPdf.Of(Plain, painted, said));

        var places = lying.Pages.SelectMany(page => page.Doubts.Where(doubt => doubt.Code == "appearance.font").Select(doubt => (page.Number, doubt.Box))).ToList();
        var figures = honest.Pages.SelectMany(page => page.Words.Where(word => word.Text == painted.ToString()).Select(word => (page.Number, word.Box))).ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Contains(places, place => place.Number == figure.Number && figure.Box.Contains(place.Box.MiddleX, place.Box.MiddleY)));
    }

    [Fact]
    public async Task What_is_painted_is_read_from_the_picture_and_the_doubt_names_both()
    {
        Assert.SkipUnless(OcrInstallation.Missing().Count == 0, "Recognition is not installed.");
        var honest = await Report(Plain);

        var report = await Report(LyingPdf.Of(Plain, '1', '7'));

        Assert.DoesNotContain(report.Cells, cell => cell.Value is { } value && value != honest.Cells.Single(its => its.Cell == cell.Cell).Value);
        Assert.Contains(report.Issues, issue => issue.Code == "ocr.text-differs" && issue.Detail.Contains("says “7", StringComparison.Ordinal));
        Assert.Equal(ReviewStatus.Review, report.Status);
    }

    [Fact]
    public async Task Without_recognition_a_figure_of_a_lying_font_waits_for_a_person()
    {
        var document = await new PdfReader(PdfEngines.PdfPig).Read(LyingPdf.Of(Plain, '1', '7'), new DocumentHints(), default);

        Assert.Contains(document.Issues, issue => issue.Code == "appearance.font");
    }

    private static Task<PdfContent> Content(byte[] pdf) => PdfEngines.PdfPig.Read(pdf, PdfLimits.Default, default);

    private static async Task<AnnualReport> Report(byte[] pdf) => Assert.Single((await ReportExtractor.Default.Extract(pdf, new DocumentHints { FileName = "report.pdf" }, default)).Reports);
}
