using Pipeline.Extractor.Readers.Docx;

namespace Pipeline.Extractor.Tests.Readers.Docx;

public sealed class DocxReaderTests
{
    [Theory]
    [InlineData("printed-forms/d0035")]
    [InlineData("printed-forms/d0086")]
    public async Task Grids_hold_the_printed_figures_in_the_order_of_the_form(string sample)
    {
        var document = await new DocxReader().Read(SamplePaths.Bytes(sample + ".docx"), new DocumentHints(), default);

        Assert.Empty(PrintedForm.Differences(document, SamplePaths.Of(sample + ".json")));
    }
}
