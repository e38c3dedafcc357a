using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Readers.Pdf.Engines;

/// <summary>What every PDF engine does. A test class for an engine names it and adds nothing.</summary>
public abstract class PdfEngineContract
{
    protected abstract IPdfEngine Engine { get; }

    [Theory]
    [InlineData("printed-forms/d0071")]
    [InlineData("printed-forms/d0106")]
    [InlineData("printed-forms/d0115")]
    public async Task Grids_hold_the_printed_figures_in_the_order_of_the_form(string sample)
    {
        var document = await new PdfReader(Engine).Read(SamplePaths.Bytes(sample + ".pdf"), new DocumentHints(), default);

        Assert.Empty(PrintedForm.Differences(document, SamplePaths.Of(sample + ".json")));
        Assert.Empty(document.Issues);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\u0089PNG\r\n\u001a\n and more", "malformed")]
    [InlineData("%PDF-1.7\n", "malformed")]
    public async Task What_is_no_whole_pdf_is_refused_with_the_reason(string content, string reason)
    {
        var error = await Assert.ThrowsAsync<UnreadableDocumentException>(() =>
            new PdfReader(Engine).Read(System.Text.Encoding.Latin1.GetBytes(content), new DocumentHints(), default));

        Assert.Equal(reason, error.Reason);
    }
}
