using System.Collections.Immutable;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>Reads PDFs that carry text: an engine gives words and lines, the layout steps make paragraphs and grids of them.</summary>
public sealed class PdfReader(IPdfEngine engine, PdfLimits? limits = null) : IDocumentReader
{
    internal static readonly IReadOnlyCollection<string> Types = ["application/pdf"];

    private readonly PdfLimits _limits = limits ?? PdfLimits.Default;

    public IReadOnlyCollection<string> MediaTypes => Types;

    public async Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation) =>
        Document(await Content(bytes, cancellation), bytes.Span);

    /// <summary>What the engine reads, before it is laid out.</summary>
    /// <exception cref="UnreadableDocumentException">The engine cannot read the file, or there is more on a page than on one of a report.</exception>
    internal async Task<PdfContent> Content(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        PdfFile.Check(bytes.Span, _limits);
        try
        {
            var content = await engine.Read(bytes, _limits, cancellation);
            return content.Pages.FirstOrDefault(page => page.Words.Length > _limits.WordsPerPage) is { } crowded
                ? throw new UnreadableDocumentException("too-large", $"Page {crowded.Number} of the PDF has {crowded.Words.Length} words; at most {_limits.WordsPerPage} are read. It is no report, or it is damaged.")
                : content;
        }
        catch (UnreadableDocumentException error) when (error.Reason == "malformed" && !PdfFile.HasEnd(bytes.Span))
        {
            throw new UnreadableDocumentException("truncated", "The PDF is cut off: its end, which lists its objects, is missing. Fetch it again.", error);
        }
    }

    /// <summary>Lays out what the engine read.</summary>
    /// <exception cref="UnreadableDocumentException">The pages have no text.</exception>
    internal SourceDocument Document(PdfContent content, ReadOnlySpan<byte> bytes)
    {
        TextPresence.Check(content.Pages);
        var pages = content.Pages.Select(UprightPage.Of).ToImmutableArray();
        return new SourceDocument
        {
            Reader = $"pdf/{engine.Version}",
            Title = content.Title,
            Metadata = content.Metadata,
            Blocks = [.. DocumentFlow.Blocks(pages).Select(block => block with { Origin = BlockOrigin.Page })],
            Issues = [.. content.Issues, .. PdfFile.Issues(bytes), .. TextPresence.Issues(content.Pages)],
        };
    }
}
