using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>An engine that can read a file's words alone, which is cheap, where another has told its pages and their lines.</summary>
internal interface IPdfWordEngine : IPdfEngine
{
    /// <param name="pages">The pages as the other engine sees them; the answer has their sizes and lines, and words of its own.</param>
    /// <exception cref="UnreadableDocumentException">As of <see cref="IPdfEngine.Read"/>.</exception>
    Task<PdfContent> ReadWords(ReadOnlyMemory<byte> bytes, ImmutableArray<PdfPage> pages, PdfLimits limits, CancellationToken cancellation);
}
