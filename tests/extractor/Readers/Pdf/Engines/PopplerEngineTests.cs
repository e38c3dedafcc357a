using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

namespace Pipeline.Extractor.Tests.Readers.Pdf.Engines;

public sealed class PopplerEngineTests : PdfEngineContract
{
    protected override IPdfEngine Engine { get; } = PdfEngines.All.OfType<PopplerEngine>().Single();
}
