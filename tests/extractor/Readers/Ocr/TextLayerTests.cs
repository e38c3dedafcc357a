using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

/// <summary>A scan with an unseen layer of text: the picture is the truth, the layer a second reading.</summary>
public sealed class TextLayerTests
{
    private const string Lied = "applications.new.total";

    [Fact]
    public async Task A_layer_in_no_colour_that_says_what_the_picture_shows_is_evidence()
    {
        var picture = await Picture();

        var report = await Read(LayeredScan.Of(await LayeredScan.Figures()));

        Assert.Equal(picture.Cells.Select(cell => (cell.Cell, cell.Value)), report.Cells.Select(cell => (cell.Cell, cell.Value)));
        var cell = report.Cells.Single(cell => cell.Cell.ToString() == Lied);
        Assert.IsType<OcrLocator>(cell.Source);
        Assert.Contains("readers:agree", cell.Evidence);
        Assert.DoesNotContain(report.Issues, issue => issue.Code == "ocr.text-differs");
    }

    [Fact]
    public async Task A_layer_beneath_the_picture_that_says_another_figure_is_a_doubt_that_names_both()
    {
        var picture = await Picture();
        var seen = picture.Cells.Single(cell => cell.Cell.ToString() == Lied);

        var report = await Read(LayeredScan.Of((await LayeredScan.Figures()).Select(figure => Holds((OcrLocator)seen.Source!, figure.Place) ? (figure.Place, "77") : figure), isCovered: true));

        var cell = report.Cells.Single(cell => cell.Cell.ToString() == Lied);
        Assert.Equal(seen.Value, cell.Value);
        Assert.Contains("readers:differ", cell.Evidence);
        Assert.Equal($"The picture shows “{seen.Raw}” where the text of the file says “77”: compare with the page.", Assert.Single(report.Issues, issue => issue.Code == "ocr.text-differs").Detail);
        Assert.Equal(ReviewStatus.Review, report.Status);
    }

    [Fact]
    public async Task Beside_a_page_of_text_a_layered_scan_is_read_from_its_picture()
    {
        var picture = await Picture();

        var report = await Read(LayeredScan.Of(
            (await LayeredScan.Figures()).Select(figure => (figure.Place, "77")), before: "BT /F 12 Tf 100 700 Td (Words of a page that is text and nothing else) Tj ET"));

        Assert.Equal(picture.Cells.Select(cell => (cell.Cell, cell.Value)), report.Cells.Select(cell => (cell.Cell, cell.Value)));
    }

    [Fact]
    public async Task Without_recognition_the_layer_alone_waits_for_a_person_and_says_what_to_install()
    {
        var page = new PdfPage(1, 595, 842, [new PdfWord("政府信息公开工作年度报告", new PdfBox(100, 100, 300, 112))], []) { IsLayer = true };

        var read = await ScannedPages.Unrecognised(default, PdfLimits.Default).Read([page], default);

        Assert.Empty(read.Pages);
        var issue = Assert.Single(read.Issues);
        Assert.Equal("ocr.text-alone", issue.Code);
        Assert.Contains("install", issue.Detail, StringComparison.Ordinal);
    }

    private static bool Holds(OcrLocator cell, OcrLocator figure) =>
        (figure.Left + figure.Right) / 2 is var x && x > cell.Left && x < cell.Right && (figure.Top + figure.Bottom) / 2 is var y && y > cell.Top && y < cell.Bottom;

    // Recognised once for all tests.
    private static readonly Lazy<Task<AnnualReport>> Recognised = new(async () => Assert.Single((await RecognisedSample.Extract("table.jpg")).Reports));

    private static Task<AnnualReport> Picture() => Recognised.Value;

    private static async Task<AnnualReport> Read(byte[] pdf) => Assert.Single((await RecognisedSample.Extract(pdf, "scan.pdf")).Reports);
}
