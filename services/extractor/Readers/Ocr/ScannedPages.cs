using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>The pages of one PDF that are pictures. Each is drawn and recognised once, however many readers ask.</summary>
internal sealed class ScannedPages
{
    private readonly ConcurrentDictionary<int, Lazy<Task<ImmutableArray<OcrPage>>>> _pages = [];
    private readonly ReadOnlyMemory<byte> _pdf;
    private readonly PdfLimits _limits;
    private readonly OcrEngine? _engine;

    private readonly Lazy<string> _snapshot;

    private ScannedPages(ReadOnlyMemory<byte> pdf, PdfLimits limits, OcrEngine? engine) =>
        (_pdf, _limits, _engine, _snapshot) = (pdf, limits, engine, new(() => Convert.ToHexStringLower(SHA256.HashData(pdf.Span))));

    public string Version => _engine?.Version ?? "none";

    public static ScannedPages In(ReadOnlyMemory<byte> pdf, PdfLimits limits) => new(pdf, limits, OcrEngine.Installed);

    /// <summary>As where recognition is not installed.</summary>
    internal static ScannedPages Unrecognised(ReadOnlyMemory<byte> pdf, PdfLimits limits) => new(pdf, limits, null);

    /// <param name="all">The pages of the document as their text was read.</param>
    /// <exception cref="UnreadableDocumentException">Nothing of the document can be read: recognition is not installed, or fails on every page of a document that has no other.</exception>
    public async Task<RecognisedPages> Read(ImmutableArray<PdfPage> all, CancellationToken cancellation)
    {
        var (scans, layers, pageCount) = (TextPresence.Pictures(all), all.Where(page => page.IsLayer).Select(page => page.Number).ToImmutableArray(), all.Length);
        if (_engine is null && scans.Length == pageCount && pageCount > 0)
            throw MissingOcr.Failure("The pages of the PDF are pictures, or blank; it is a scan");
        if (_engine is null)
            return layers.IsEmpty ? RecognisedPages.None : new RecognisedPages([], [OcrIssues.TextAlone(layers, MissingOcr.Advice)]);
        ImmutableArray<int> numbers = [.. scans.Union(layers).Order()];
        if (numbers.IsEmpty)
            return RecognisedPages.None;
        // Beside pages of text a blank page is just that.
        if (numbers.Length < pageCount && await DrawnPages.Of(_pdf, _limits, cancellation) is { } drawn)
            numbers = [.. numbers.Where(number => drawn.Contains(number) || all.Any(page => page.Number == number && (page.Words.Length > 0 || page.UnmappedGlyphs > 0)))];
        var read = await Task.WhenAll(numbers.Take(OcrLimits.Default.Pages).Select(number => Try(number, cancellation)));
        var pages = read.Select(page => page.Page).OfType<OcrPage>().ToImmutableArray();
        var failure = Array.Find(read, page => page.Failure is not null).Failure;
        if (pages.IsEmpty && failure is not null && scans.Length == pageCount)
            throw failure;
        return new RecognisedPages(
            pages,
            [
                .. OcrIssues.Of(pages),
                .. pages.Where(page => layers.Contains(page.Number)).SelectMany(page => OcrIssues.Of(page, WrittenFigures.Of(page, all.First(its => its.Number == page.Number)))),
                .. failure is null ? [] : (Issue[])[OcrIssues.Unreadable(failure.Message)],
                .. numbers.Length > OcrLimits.Default.Pages ? (Issue[])[OcrIssues.Unread(OcrLimits.Default.Pages, numbers.Length)] : [],
            ]);
    }

    private async Task<(OcrPage? Page, UnreadableDocumentException? Failure)> Try(int number, CancellationToken cancellation)
    {
        try
        {
            var pages = await _pages.GetOrAdd(number, _ => new(() => _engine!.Read(_snapshot.Value, number, token => PdfPicture.Draw(_pdf, number, _limits, token), OcrLimits.Default, cancellation))).Value;
            return (pages[0] with { Number = number }, null);
        }
        catch (UnreadableDocumentException failure)
        {
            return (null, failure);
        }
    }
}
