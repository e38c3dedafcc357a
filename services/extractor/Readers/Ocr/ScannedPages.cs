using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>The pages of one PDF that are pictures, and the pictures on its other pages. Each is drawn and recognised once, however many readers ask.</summary>
internal sealed class ScannedPages
{
    private readonly ConcurrentDictionary<(int Number, PdfBox? Part), Lazy<Task<ImmutableArray<OcrPage>>>> _pages = [];
    private readonly ReadOnlyMemory<byte> _pdf;
    private readonly PdfLimits _limits;
    private readonly OcrEngine? _engine;

    private readonly Lazy<string> _snapshot;

    private ScannedPages(ReadOnlyMemory<byte> pdf, PdfLimits limits, OcrEngine? engine) =>
        (_pdf, _limits, _engine, _snapshot) = (pdf, limits, engine, new(() => Convert.ToHexStringLower(SHA256.HashData(pdf.Span))));

    /// <summary>Whether anything was recognised, or tried to be.</summary>
    public bool AreRead => !_pages.IsEmpty;

    public string Version => _engine?.Version ?? "none";

    public static ScannedPages In(ReadOnlyMemory<byte> pdf, PdfLimits limits) => new(pdf, limits, OcrEngine.Installed);

    /// <summary>As where recognition is not installed.</summary>
    internal static ScannedPages Unrecognised(ReadOnlyMemory<byte> pdf, PdfLimits limits) => new(pdf, limits, null);

    /// <summary>Reads pages without text, those whose text is an unseen layer, those whose fonts are in doubt, and pictures on pages of text that may hold a table.</summary>
    /// <param name="all">The pages of the document as their text was read.</param>
    /// <exception cref="UnreadableDocumentException">Nothing of the document can be read: recognition is not installed, or fails on every page of a document that has no other.</exception>
    public async Task<RecognisedPages> Read(ImmutableArray<PdfPage> all, CancellationToken cancellation)
    {
        var (scans, contested) = (TextPresence.Pictures(all), all.Where(page => page.IsContestable).ToDictionary(page => page.Number));
        if (_engine is null)
            return WithoutEngine(all, scans);
        ImmutableArray<int> numbers = [.. scans.Union(contested.Keys).Order()];
        var parts = all.Where(page => !page.IsLayer && !scans.Contains(page.Number)).SelectMany(page => page.Pictures.Select(box => (Page: page, Box: box))).ToList();
        if (numbers.IsEmpty && parts.Count == 0)
            return RecognisedPages.None;
        // Beside pages of text a blank page is just that.
        if (numbers.Length < all.Length && scans.Length > 0 && await DrawnPages.Of(_pdf, _limits, cancellation) is { } drawn)
            numbers = [.. numbers.Where(number => drawn.Contains(number) || all.Any(page => page.Number == number && (page.Words.Length > 0 || page.UnmappedGlyphs > 0)))];
        var read = await Task.WhenAll(numbers.Take(OcrLimits.Default.Pages).Select(number => Try(number, null, cancellation)));
        var placed = await Task.WhenAll(parts.Take(OcrLimits.Default.Pages - read.Length).Select(part => Place(part.Page, part.Box, cancellation)));
        var failure = read.Select(page => page.Failure).Concat(placed.Select(picture => picture.Failure)).FirstOrDefault(its => its is not null);
        if (failure is not null && scans.Length == all.Length && Array.TrueForAll(read, page => page.Page is null))
            throw failure;
        var pages = read.Select(page => page.Page).OfType<OcrPage>().ToImmutableArray();
        var written = pages.Where(page => contested.ContainsKey(page.Number)).ToDictionary(page => page.Number, page => WrittenFigures.Of(page, contested[page.Number]));
        var confirmed = written.Where(page => contested[page.Key] is { IsLayer: false } its && page.Value.AreConfirmed(its.Doubts.Where(doubt => doubt.Code == AppearanceReasons.Font).Select(doubt => doubt.Box)))
            .Select(page => page.Key).ToImmutableHashSet();
        pages = pages.RemoveAll(page => confirmed.Contains(page.Number));
        var pictures = placed.Select(picture => picture.Picture).OfType<PlacedPicture>().Where(picture => picture.Counts && !pages.Any(page => page.Number == picture.Seen.Number)).ToImmutableArray();
        return new RecognisedPages(
            pages,
            [
                .. OcrIssues.Of([.. pages, .. pictures.Select(picture => picture.Seen)]),
                .. pages.Where(page => written.ContainsKey(page.Number)).SelectMany(page => OcrIssues.Of(page, written[page.Number])),
                .. failure is null ? [] : (Issue[])[OcrIssues.Unreadable(failure.Message)],
                .. numbers.Length + parts.Count > OcrLimits.Default.Pages ? (Issue[])[OcrIssues.Unread(OcrLimits.Default.Pages, numbers.Length + parts.Count)] : [],
            ])
        { Confirmed = confirmed, Pictures = pictures };
    }

    // Doubts about fonts stay where they are, and hold a record back if they concern its cells.
    private static RecognisedPages WithoutEngine(ImmutableArray<PdfPage> all, ImmutableArray<int> scans)
    {
        if (scans.Length == all.Length && all.Length > 0)
            throw MissingOcr.Failure("The pages of the PDF are pictures, or blank; it is a scan");
        var layers = all.Where(page => page.IsLayer).Select(page => page.Number).ToList();
        ImmutableArray<Issue> issues =
        [
            .. layers.Count == 0 ? [] : (Issue[])[OcrIssues.TextAlone(layers, MissingOcr.Advice)],
            .. all.Where(page => !page.IsLayer && !scans.Contains(page.Number)).SelectMany(page => page.Pictures.Select(box => OcrIssues.PictureUnread(page.Number, box, MissingOcr.Advice))),
        ];
        return new RecognisedPages([], issues);
    }

    private async Task<(PlacedPicture? Picture, UnreadableDocumentException? Failure)> Place(PdfPage page, PdfBox box, CancellationToken cancellation)
    {
        var (seen, failure) = await Try(page.Number, box, cancellation);
        return (seen is null ? null : PlacedPicture.Of(page, box, seen, Math.Floor(PdfPicture.Pixel(box.Left)), Math.Floor(PdfPicture.Pixel(box.Top))), failure);
    }

    /// <param name="part">Of the page, in points; null for all of it.</param>
    private async Task<(OcrPage? Page, UnreadableDocumentException? Failure)> Try(int number, PdfBox? part, CancellationToken cancellation)
    {
        try
        {
            var name = part is { } box ? string.Create(CultureInfo.InvariantCulture, $"{_snapshot.Value} {box.Left:0} {box.Top:0} {box.Right:0} {box.Bottom:0}") : _snapshot.Value;
            var pages = await _pages.GetOrAdd((number, part), _ => new(() => _engine!.Read(name, number, token => PdfPicture.Draw(_pdf, number, part, _limits, token), OcrLimits.Default, cancellation))).Value;
            return (pages[0] with { Number = number }, null);
        }
        catch (UnreadableDocumentException failure)
        {
            return (null, failure);
        }
    }
}
