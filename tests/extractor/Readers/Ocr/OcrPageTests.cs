using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

public sealed class OcrPageTests
{
    [Theory]
    [InlineData(10, 1)]
    [InlineData(30, 0)]
    public void A_blank_is_sure_only_where_no_ink_was_left_unread(double top, double confidence)
    {
        var page = new OcrPage(1, 595, 842, [], [], [1, 0, 0, 0, 1, 0, 0, 0, 1], 20) { Unread = [new PdfBox(14, 34, 18, 42)] };

        Assert.Equal(confidence, page.Locate(new PdfBox(10, top, 22, top + 16)).EngineConfidence);
    }
}
