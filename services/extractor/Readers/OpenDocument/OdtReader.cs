using System.Xml.Linq;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Readers.OpenDocument;

/// <summary>Reads OpenDocument texts.</summary>
internal sealed class OdtReader : IDocumentReader
{
    public IReadOnlyCollection<string> MediaTypes { get; } = [Extractor.MediaTypes.OpenText];

    /// <summary>Its pictures may have to be recognised.</summary>
    public TimeSpan Waiting => OcrTime.Deadline;

    public Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var package = OpenPackage.Open(bytes, "OpenDocument text");
        var body = package.Content.Elements(OpenNames.Office + "body").Elements(OpenNames.Office + "text").FirstOrDefault()
            ?? throw new UnreadableDocumentException(FailureReasons.Malformed, "The OpenDocument file has no text in it. Open it to see what it is.");
        return Task.FromResult(TextBlocks.Of(body, package, cancellation));
    }
}
