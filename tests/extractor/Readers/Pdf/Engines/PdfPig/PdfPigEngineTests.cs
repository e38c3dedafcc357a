using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

namespace Pipeline.Extractor.Tests.Readers.Pdf.Engines.PdfPig;

public sealed class PdfPigEngineTests : PdfEngineContract
{
    protected override IPdfEngine Engine { get; } = PdfEngines.All.OfType<PdfPigEngine>().Single();
}
