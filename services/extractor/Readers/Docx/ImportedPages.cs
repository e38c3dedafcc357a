using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Containers;
using Pipeline.Extractor.Readers.Html;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>Web pages that a Word file holds as they are (<c>altChunk</c>), for Word to take in when it opens: scripts that export pages write nothing else.</summary>
internal static class ImportedPages
{
    /// <summary>More is no page of a report.</summary>
    private const int MostBytes = 20 << 20;

    /// <returns>Null for a piece in another format.</returns>
    /// <exception cref="UnreadableDocumentException">The page cannot be read.</exception>
    public static SourceDocument? Of(AltChunk chunk, MainDocumentPart main, CancellationToken cancellation)
    {
        if (chunk.Id?.Value is not { } id || !main.TryGetPartById(id, out var part) || Page(part, cancellation) is not var (bytes, contentType))
            return null;
        var name = part.Uri.OriginalString.TrimStart('/');
        return Places.Of(HtmlReader.Document(bytes.Span, new DocumentHints { ContentType = contentType }, cancellation), place => new EntryLocator(name, place));
    }

    private static (ReadOnlyMemory<byte> Bytes, string? ContentType)? Page(OpenXmlPart part, CancellationToken cancellation)
    {
        using var content = part.GetStream(FileMode.Open, FileAccess.Read);
        var bytes = BoundedContent.ReadAll(content, MostBytes, cancellation);
        var (mediaType, _) = MediaTypes.Decide(bytes, new DocumentHints { ContentType = part.ContentType });
        return mediaType switch
        {
            MediaTypes.Html => (bytes, part.ContentType),
            MediaTypes.Mail => new MailReader().Open(bytes, ContainerLimits.Default, cancellation).Where(entry => entry is { IsPart: true, ContentType: not null } && entry.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase))
                .Select(entry => ((ReadOnlyMemory<byte>, string?)?)(entry.Bytes, entry.ContentType)).FirstOrDefault(),
            _ => null,
        };
    }
}
