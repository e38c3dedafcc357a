using System.Collections.Immutable;
using System.Security.Cryptography;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>Pages of an OFD that are pictures, recognised from the files that the package holds. Places are pixels of those pictures.</summary>
internal static class OfdScans
{
    /// <summary>Characters below which a page is a picture, as for PDFs.</summary>
    private const int FewestCharacters = 10;

    /// <summary>Share of the page that its picture covers; emblems and codes to scan cover less.</summary>
    private const double LeastShare = 0.25;

    /// <summary>As the largest PDF: a picture of a page has a hundredth of it.</summary>
    private const int MostBytes = 100 << 20;

    /// <returns>The picture that a page is; null for a page of text, and for one that is blank.</returns>
    public static OfdPicture? Of(OfdPage page) => IsWritten(page) ? null : page.Pictures
        .Where(picture => picture.Box.Width * picture.Box.Height >= LeastShare * page.Page.Width * page.Page.Height).MaxBy(picture => picture.Box.Width * picture.Box.Height);

    public static bool IsWritten(OfdPage page) => page.Page.Words.Sum(word => word.Text.Length) >= FewestCharacters;

    /// <exception cref="UnreadableDocumentException">No page carries text, and none can be recognised.</exception>
    public static async Task<RecognisedPages> Read(ReadOnlyMemory<byte> bytes, ImmutableArray<OfdPage> pages, OcrEngine? engine, CancellationToken cancellation)
    {
        var scans = pages.Select(page => (page.Page.Number, Picture: Of(page)!)).Where(scan => scan.Picture is not null).ToList();
        var isScan = !pages.Any(IsWritten);
        if (scans.Count == 0)
            return RecognisedPages.None;
        if (engine is null)
            return isScan ? throw MissingOcr.Failure("The pages of the OFD are pictures") : RecognisedPages.None;
        using var package = OfdPackage.Open(bytes);
        var snapshot = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var (read, failure) = (ImmutableArray.CreateBuilder<OcrPage>(), (UnreadableDocumentException?)null);
        foreach (var (number, picture) in scans.Take(OcrLimits.Default.Pages))
        {
            try
            {
                var recognised = await engine.Read(snapshot, number, _ => Task.FromResult(Picture(package, picture)), OcrLimits.Default, cancellation);
                read.Add(recognised[0] with { Number = number });
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
            .. OcrIssues.Of(read.ToImmutable()),
            .. failure is null ? [] : (Issue[])[OcrIssues.Unreadable(failure.Message)],
            .. scans.Count > OcrLimits.Default.Pages ? (Issue[])[OcrIssues.Unread(OcrLimits.Default.Pages, scans.Count)] : [],
        ]);
    }

    /// <exception cref="UnreadableDocumentException">The package lacks the picture.</exception>
    public static ReadOnlyMemory<byte> Picture(OfdPackage package, OfdPicture picture) => package.Bytes(picture.Path, MostBytes)
        ?? throw new UnreadableDocumentException(FailureReasons.Malformed, $"The OFD lacks its picture {picture.Path}. Fetch it again or ask its publisher for a whole copy.");
}
