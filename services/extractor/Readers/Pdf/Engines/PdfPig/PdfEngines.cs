using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

namespace Pipeline.Extractor.Readers.Pdf;

public static partial class PdfEngines
{
    static partial void AddCompiledIn(ref IPdfEngine? engine) => engine = new PdfPigEngine();
}
