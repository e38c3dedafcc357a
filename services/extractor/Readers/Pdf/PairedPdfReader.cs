using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>
/// Two engines read the same PDF one after the other, each within the bound of work. What the first reads is the document and what the second reads
/// confirms it; when only one of them can read the file, its reading stands alone. A second engine that can read words alone does: its words are what
/// confirms, and finding the lines anew costs most of its time. It reads all where the first saw no lines.
/// </summary>
internal sealed class PairedPdfReader(IPdfEngine first, IPdfEngine second, PdfLimits? limits = null, TimeProvider? time = null, bool recognises = false) : IDocumentReader
{
    private readonly PdfLimits _limits = limits ?? PdfLimits.Default;
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public IReadOnlyCollection<string> MediaTypes => PdfReader.Types;

    public TimeSpan Waiting => recognises ? OcrTime.Deadline : TimeSpan.Zero;

    public async Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var start = _time.GetTimestamp();
        var pictures = recognises ? ScannedPages.In(bytes, _limits) : null;
        var reader = new PdfReader(first, _limits);
        PdfContent? content = null;
        var (document, refusal) = await Try(async () => await reader.Document(content = await reader.Content(bytes, cancellation), bytes, pictures, cancellation));
        if (refusal is { Reason: not (FailureReasons.Malformed or FailureReasons.Truncated or FailureReasons.Unsupported) })
            throw refusal;
        // Recognition has bounds of its own.
        var isTime = pictures is { AreRead: true } || _time.GetElapsedTime(start) < _limits.Work.Farthest;
        var (other, _) = isTime ? await Try(() => Second(bytes, document is null ? null : content, pictures, cancellation)) : (null, null);
        return (document, other) switch
        {
            (null, null) => throw refusal!,
            (null, { } alone) => alone with { Issues = [.. alone.Issues, ReadByOne(first, refusal!), Appearance.Doubt(AppearanceReasons.Unfollowed, null), .. await Unfollowed(alone, bytes, cancellation)] },
            ({ } read, null) => read,
            ({ } read, { } confirming) => read with { Reader = $"{read.Reader} and {second.Version}", SecondReading = confirming.SecondReading ?? confirming },
        };
    }

    /// <param name="read">What the first engine read; null when it could not.</param>
    private async Task<SourceDocument> Second(ReadOnlyMemory<byte> bytes, PdfContent? read, ScannedPages? pictures, CancellationToken cancellation)
    {
        var reader = new PdfReader(second, _limits);
        var content = second is IPdfWordEngine words && read is not null && read.Pages.Any(page => !page.Rules.IsEmpty)
            ? await words.ReadWords(bytes, read.Pages, _limits, cancellation)
            : await reader.Content(bytes, cancellation);
        return await reader.Document(read is null ? content : Followed(content, read), bytes, pictures, cancellation);
    }

    // Which pages may show something else than their text says, only the first engine tells.
    private static PdfContent Followed(PdfContent content, PdfContent read) => read.Pages.Any(page => page.IsContestable || !page.Pictures.IsEmpty)
        ? content with { Pages = [.. content.Pages.Select(page => read.Pages.FirstOrDefault(its => its.Number == page.Number) is { } same ? page with { IsLayer = same.IsLayer, Doubts = same.Doubts, Pictures = same.Pictures } : page)] }
        : content;

    // Whether the text on a picture is seen, only the first engine tells.
    private async Task<IEnumerable<Issue>> Unfollowed(SourceDocument alone, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var drawn = recognises ? await DrawnPages.Of(bytes, _limits, cancellation) : null;
        var pages = drawn is null ? [] : alone.Blocks.Select(block => block.Source).OfType<PdfLocator>().Select(place => place.Page).Where(drawn.Contains).Distinct().Order().ToList();
        return pages.Count == 0 ? [] : [OcrIssues.TextAlone(pages, "the engine that follows what is painted cannot open the file. Compare its figures with the page.")];
    }

    private static Issue ReadByOne(IPdfEngine engine, UnreadableDocumentException refusal) =>
        new(IssueReasons.PdfReadByOne, IssueSeverity.Info, $"{engine.Version} cannot read this PDF, another engine can. It says: {refusal.Message}");

    private static async Task<(SourceDocument? Document, UnreadableDocumentException? Refusal)> Try(Func<Task<SourceDocument>> read)
    {
        try
        {
            return (await read(), null);
        }
        catch (UnreadableDocumentException refusal)
        {
            return (null, refusal);
        }
    }
}
