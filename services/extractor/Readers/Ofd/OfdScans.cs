using System.Collections.Immutable;
using System.Security.Cryptography;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>Pages of an OFD that are pictures, and pictures of tables on its other pages, recognised from the files that the package holds. Places are pixels of those pictures.</summary>
internal static class OfdScans
{
    /// <summary>Characters below which a page is a picture, as for PDFs.</summary>
    private const int FewestCharacters = 10;

    /// <summary>Share of the page that its picture covers; emblems and codes to scan cover less.</summary>
    private const double LeastShare = 0.25;

    /// <summary>As the largest PDF: a picture of a page has a hundredth of it.</summary>
    private const int MostBytes = 100 << 20;

    /// <returns>The picture that a page is, or of a page of text the one that may hold a table; null for a page without one.</returns>
    public static OfdPicture? Of(OfdPage page)
    {
        var largest = page.Pictures.MaxBy(picture => picture.Box.Area);
        return largest is null || !(IsWritten(page) ? MayHoldTable(page.Page, largest.Box) : largest.Box.Area >= LeastShare * page.Page.Width * page.Page.Height) ? null : largest;
    }

    private static bool MayHoldTable(PdfPage page, PdfBox box) => !WordlessPictures.Among([box], page.Words, page.Width, page.Height).IsEmpty;

    public static bool IsWritten(OfdPage page) => page.Page.Words.Sum(word => word.Text.Length) >= FewestCharacters;

    /// <exception cref="UnreadableDocumentException">No page carries text, and none can be recognised.</exception>
    public static async Task<RecognisedPages> Read(ReadOnlyMemory<byte> bytes, ImmutableArray<OfdPage> pages, OcrEngine? engine, CancellationToken cancellation)
    {
        var scans = pages.Select(page => (Page: page, Picture: Of(page)!)).Where(scan => scan.Picture is not null).ToList();
        var isScan = !pages.Any(IsWritten);
        if (scans.Count == 0)
            return RecognisedPages.None;
        if (engine is null)
            return isScan ? throw MissingOcr.Failure("The pages of the OFD are pictures") : new RecognisedPages([], [.. scans.Select(scan => OcrIssues.PictureUnread(scan.Page.Page.Number, scan.Picture.Box, MissingOcr.Advice))]);
        using var package = OfdPackage.Open(bytes);
        var snapshot = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var (read, placed, failure) = (ImmutableArray.CreateBuilder<OcrPage>(), ImmutableArray.CreateBuilder<PlacedPicture>(), (UnreadableDocumentException?)null);
        foreach (var (page, picture) in scans.Take(OcrLimits.Default.Pages))
        {
            try
            {
                var recognised = await engine.Read(snapshot, page.Page.Number, _ => Task.FromResult(Picture(package, picture)), OcrLimits.Default, cancellation);
                if (!IsWritten(page))
                    read.Add(recognised[0] with { Number = page.Page.Number });
                else if (PlacedPicture.Of(page.Page, picture.Box, recognised[0], left: 0, top: 0) is { Counts: true } its)
                    placed.Add(its);
            }
            catch (UnreadableDocumentException its) when (its.Reason != FailureReasons.NeedsOcr)
            {
                failure = its;
            }
        }
        if (isScan && read.Count == 0)
            throw failure!;
        return new RecognisedPages(read.ToImmutable(),
        [
            .. OcrIssues.Of([.. read, .. placed.Select(picture => picture.Seen)]),
            .. failure is null ? [] : (Issue[])[OcrIssues.Unreadable(failure.Message)],
            .. scans.Count > OcrLimits.Default.Pages ? (Issue[])[OcrIssues.Unread(OcrLimits.Default.Pages, scans.Count)] : [],
        ])
        { Pictures = placed.ToImmutable() };
    }

    /// <exception cref="UnreadableDocumentException">The package lacks the picture.</exception>
    public static ReadOnlyMemory<byte> Picture(OfdPackage package, OfdPicture picture) => package.Bytes(picture.Path, MostBytes)
        ?? throw new UnreadableDocumentException(FailureReasons.Malformed, $"The OFD lacks its picture {picture.Path}. Fetch it again or ask its publisher for a whole copy.");
}
