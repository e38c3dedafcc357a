namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>Turns the bytes of a PDF into pages of words and ruling lines. Decides nothing about layout.</summary>
public interface IPdfEngine
{
    /// <summary>Library and version, such as <c>poppler 22.12.0</c>.</summary>
    string Version { get; }

    /// <exception cref="UnreadableDocumentException">
    /// The file is no PDF, is broken or encrypted with a password, or exceeds the limits.
    /// </exception>
    Task<PdfContent> Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation);
}
