namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>Looks for an engine only when the first PDF comes: other documents need none, and finding one starts a process.</summary>
internal sealed class DeferredPdfEngine : IPdfEngine
{
    public string Version => Engine.Version;

    private static IPdfEngine Engine => PdfEngines.All.Count > 0 ? PdfEngines.All[0]
        : throw new UnreadableDocumentException("no-pdf-engine", "No PDF engine is there: install the package poppler-utils, or build with -p:PdfEngine=PdfPig, and read the document again.");

    public Task<PdfContent> Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation) => Engine.Read(bytes, limits, cancellation);
}
