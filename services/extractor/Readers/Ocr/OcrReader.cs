using System.Collections.Frozen;
using System.Security.Cryptography;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Reads pictures of pages: scans, screenshots, photographs.</summary>
internal sealed class OcrReader : IDocumentReader
{
    private static readonly FrozenSet<string> Types = new[] { "image/png", "image/jpeg", "image/gif", "image/tiff", "image/bmp", "image/webp" }.ToFrozenSet();

    public IReadOnlyCollection<string> MediaTypes => Types;

    public TimeSpan Waiting => OcrTime.Deadline;

    /// <summary>Whether the bytes are a picture of a kind that can be recognised.</summary>
    public static bool Reads(ReadOnlyMemory<byte> bytes) => Types.Contains(Extractor.MediaTypes.Decide(bytes.Span, new DocumentHints()).MediaType);

    public async Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var engine = OcrEngine.Installed ?? throw MissingOcr.Failure("The document is a picture");
        var pages = await engine.Read(Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), 0, _ => Task.FromResult(bytes), OcrLimits.Default, cancellation);
        return pages.All(page => page.Words.IsEmpty)
            ? throw new UnreadableDocumentException(FailureReasons.NoText, "No text was found in the picture: it is blank, a photograph, or too coarse. Look at it.")
            : OcrDocument.Of(pages, engine.Version);
    }
}
