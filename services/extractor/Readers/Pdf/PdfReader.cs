using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>
/// Reads PDFs: an engine gives words and lines, the layout steps make paragraphs and grids of them. Pages without text are recognised from their
/// pictures, if wanted.
/// </summary>
internal sealed class PdfReader(IPdfEngine engine, PdfLimits? limits = null, bool recognises = false) : IDocumentReader
{
    internal static readonly IReadOnlyCollection<string> Types = ["application/pdf"];

    private readonly PdfLimits _limits = limits ?? PdfLimits.Default;

    public IReadOnlyCollection<string> MediaTypes => Types;

    public TimeSpan Waiting => recognises ? OcrTime.Deadline : TimeSpan.Zero;

    public async Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation) =>
        await Document(await Content(bytes, cancellation), bytes, recognises ? ScannedPages.In(bytes, _limits) : null, cancellation);

    /// <summary>What the engine reads, before it is laid out.</summary>
    /// <exception cref="UnreadableDocumentException">The engine cannot read the file, or there is more on a page than on one of a report.</exception>
    internal async Task<PdfContent> Content(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        PdfFile.Check(bytes.Span, _limits);
        try
        {
            var content = await engine.Read(bytes, _limits, cancellation);
            return content.Pages.FirstOrDefault(page => page.Words.Length > _limits.WordsPerPage) is { } crowded
                ? throw new UnreadableDocumentException(FailureReasons.TooLarge, $"Page {crowded.Number} of the PDF has {crowded.Words.Length} words; at most {_limits.WordsPerPage} are read. It is no report, or it is damaged.")
                : content;
        }
        catch (UnreadableDocumentException error) when (error.Reason == FailureReasons.Malformed && !PdfFile.HasEnd(bytes.Span))
        {
            throw new UnreadableDocumentException(FailureReasons.Truncated, "The PDF is cut off: its end, which lists its objects, is missing. Fetch it again.", error);
        }
    }

    /// <summary>Lays out what the engine read, and what is recognised on pages without text.</summary>
    /// <param name="pictures">Recognises pages without text; null where that is not wanted or cannot be done.</param>
    /// <exception cref="UnreadableDocumentException">The pages have no text.</exception>
    internal async Task<SourceDocument> Document(PdfContent content, ReadOnlyMemory<byte> bytes, ScannedPages? pictures, CancellationToken cancellation)
    {
        var recognised = pictures is null ? RecognisedPages.None : await pictures.Read(content.Pages, cancellation);
        var pages = recognised.Cleared(content.Pages);
        TextPresence.Check(recognised.Among(pages));
        var blocks = recognised.Blocks(pages);
        var written = recognised.Without(pages);
        var document = new SourceDocument
        {
            Reader = $"pdf/{engine.Version}",
            Title = content.Title,
            Metadata = content.Metadata,
            Blocks = blocks,
            IsPlain = recognised.IsEmpty && pages.All(page => page is { IsFollowed: true, Doubts.IsEmpty: true, UnmappedGlyphs: 0 }),
            Issues = [.. content.Issues, .. PdfFile.Issues(bytes.Span), .. TextPresence.Issues(written, pages.Length), .. PaintIssues.Of(written, blocks), .. recognised.Issues],
        };
        return recognised.IsEmpty ? document : document with
        {
            Reader = $"{document.Reader} and ocr/{pictures!.Version}",
            SecondReading = document with { Blocks = recognised.Blocks(pages, second: true) },
        };
    }
}
