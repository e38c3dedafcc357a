using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

public sealed class JoinedPicturesTests
{
    [Fact]
    public async Task Strips_and_tiles_that_lie_side_by_side_are_one_picture()
    {
        var tiles = Enumerable.Range(0, 20).Select(row => PicturedPdf.Picture(100, 200 + (row * 20), 200, 20) + PicturedPdf.Picture(300, 200 + (row * 20), 150, 20));

        var page = await Page(string.Concat(tiles) + PicturedPdf.Picture(20, 20, 60, 60));

        Assert.Equal(new PdfBox(100, 242, 450, 642), Assert.Single(page.Pictures));
    }

    [Fact]
    public async Task What_a_clip_cuts_off_is_no_part_of_a_picture()
    {
        var page = await Page("q 100 200 300 250 re W n " + PicturedPdf.Picture(0, 0, 595, 842) + "Q\n");

        Assert.Equal(new PdfBox(100, 392, 400, 642), Assert.Single(page.Pictures));
    }

    private static async Task<PdfPage> Page(string content) => Assert.Single((await PdfPigEngine.Installed().Read(
        PicturedPdf.Of(PicturedPdf.Text(60, 780, "二、主动公开政府信息情况") + content, PicturedPdf.Image(1, 1, "/DeviceGray", "[]", [128])), PdfLimits.Default, TestContext.Current.CancellationToken)).Pages);
}
