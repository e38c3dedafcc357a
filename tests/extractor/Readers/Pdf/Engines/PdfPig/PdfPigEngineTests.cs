using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

namespace Pipeline.Extractor.Tests.Readers.Pdf.Engines.PdfPig;

public sealed class PdfPigEngineTests : PdfEngineContract
{
    protected override IPdfEngine Engine { get; } = PdfEngines.All.OfType<PdfPigEngine>().Single();

    [Theory]
    // The mark before an entry of a list, as browsers print it; an oval, which may be a 0; a circle with a hole.
    [InlineData("104 600 m 104 601.1 103.1 602 102 602 c 100.9 602 100 601.1 100 600 c 100 598.9 100.9 598 102 598 c 103.1 598 104 598.9 104 600 c h", false)]
    [InlineData("104 600 m 104 602.2 103.1 604 102 604 c 100.9 604 100 602.2 100 600 c 100 597.8 100.9 596 102 596 c 103.1 596 104 597.8 104 600 c h", true)]
    [InlineData("104 600 m 104 601.1 103.1 602 102 602 c 100.9 602 100 601.1 100 600 c 100 598.9 100.9 598 102 598 c 103.1 598 104 598.9 104 600 c h 103 600 m 102 601 l 101 600 l 102 599 l h", true)]
    public async Task A_filled_circle_is_no_drawn_figure(string path, bool isDoubted)
    {
        var page = (await Engine.Read(System.Text.Encoding.Latin1.GetBytes(HandmadePdf.WithShape(path)), PdfLimits.Default, default)).Pages.Single();

        Assert.Equal(isDoubted, page.Doubts.Any(doubt => doubt.Code == AppearanceReasons.Picture));
    }
}
