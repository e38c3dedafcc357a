using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers;

/// <summary>Turns bytes of one family of formats into the document model. Holds no state: the same bytes give the same model.</summary>
public interface IDocumentReader
{
    /// <summary>Media types that it reads, such as <c>text/html</c>.</summary>
    IReadOnlyCollection<string> MediaTypes { get; }

    /// <summary>Time that a document may take beyond the extractor's deadline, for a reader that waits for its turn at a program.</summary>
    TimeSpan Waiting => TimeSpan.Zero;

    /// <exception cref="UnreadableDocumentException">The document cannot be read, with the reason; every failure of a parsing library becomes this one.</exception>
    Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation);
}
