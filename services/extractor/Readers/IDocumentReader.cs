using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers;

/// <summary>Turns bytes of one family of formats into the document model. Holds no state: the same bytes give the same model.</summary>
public interface IDocumentReader
{
    /// <summary>Media types that it reads, such as <c>text/html</c>.</summary>
    IReadOnlyCollection<string> MediaTypes { get; }

    /// <summary>Time for one document, on a clock.</summary>
    TimeSpan Deadline => ReportExtractor.Deadline;

    /// <exception cref="UnreadableDocumentException">The document cannot be read, with the reason; every failure of a parsing library becomes this one.</exception>
    Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation);
}
