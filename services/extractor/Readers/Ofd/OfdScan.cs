using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>Pictures of a page that are recognised as one: the scan that the page is, or what may be a table on a page of text.</summary>
/// <param name="Box">In points of the page.</param>
/// <param name="Pictures">From the lowest to the uppermost. Of a lone one places are its own pixels, of several those of the page at the resolution of PDFs.</param>
internal sealed record OfdScan(OfdPage Page, PdfBox Box, ImmutableArray<OfdPicture> Pictures)
{
    /// <summary>Characters below which a page is a picture, as for PDFs.</summary>
    private const int FewestCharacters = 10;

    /// <summary>Share of the page that its pictures cover; emblems and codes to scan cover less.</summary>
    private const double LeastShare = 0.25;

    /// <summary>As the largest PDF: a picture of a page has a hundredth of it.</summary>
    private const int MostBytes = 100 << 20;

    /// <summary>Pixels left of it in the picture that places count in.</summary>
    public double Left => IsLone ? 0 : Math.Floor(PdfPicture.Pixel(Box.Left));

    /// <summary>Likewise above it.</summary>
    public double Top => IsLone ? 0 : Math.Floor(PdfPicture.Pixel(Box.Top));

    private bool IsLone => Page.Pictures.Length == 1;

    public static bool IsWritten(OfdPage page) => page.Page.Words.Sum(word => word.Text.Length) >= FewestCharacters;

    /// <returns>Of a page of pictures all together; of a page of text those over which it says nothing, strips and tiles of one joined.</returns>
    public static ImmutableArray<OfdScan> Of(OfdPage page)
    {
        var joined = JoinedPictures.Of(page.Pictures.Select(picture => picture.Box));
        var (width, height) = (page.Page.Width, page.Page.Height);
        if (IsWritten(page))
            return [.. WordlessPictures.Among(joined, page.Page.Words, width, height).Select(box => new OfdScan(page, box, [.. page.Pictures.Where(picture => box.Contains(picture.Box.MiddleX, picture.Box.MiddleY))]))];
        return joined.Sum(box => box.Area) >= LeastShare * width * height ? [new OfdScan(page, new PdfBox(0, 0, width, height), page.Pictures)] : [];
    }

    /// <summary>The picture that places are counted in: the lone one, or all of the page.</summary>
    /// <exception cref="UnreadableDocumentException">The package lacks a picture.</exception>
    public ReadOnlyMemory<byte> Shown(OfdPackage package) =>
        IsLone ? Bytes(package, Pictures[0]) : Together(package, new PdfBox(0, 0, Page.Page.Width, Page.Page.Height), Page.Pictures);

    /// <summary>What is recognised.</summary>
    /// <exception cref="UnreadableDocumentException">The package lacks a picture, or the page is too large to be drawn.</exception>
    public ReadOnlyMemory<byte> Picture(OfdPackage package) => IsLone ? Bytes(package, Pictures[0]) : Together(package, Box, Pictures);

    private static ReadOnlyMemory<byte> Together(OfdPackage package, PdfBox frame, ImmutableArray<OfdPicture> pictures)
    {
        var mosaic = Mosaic.Of(frame, pictures.Select(picture => (Bytes(package, picture), picture.Box)));
        return mosaic.Parts.Select(part => part.Box.Area).Append(mosaic.Width * mosaic.Height).Max() <= OcrLimits.Default.Pixels ? mosaic.ToBytes()
            : throw new UnreadableDocumentException(FailureReasons.TooLarge, "The pictures of a page of the OFD are together larger than a page can be. Open it in a viewer.");
    }

    private static ReadOnlyMemory<byte> Bytes(OfdPackage package, OfdPicture picture) => package.Bytes(picture.Path, MostBytes)
        ?? throw new UnreadableDocumentException(FailureReasons.Malformed, $"The OFD lacks its picture {picture.Path}. Fetch it again or ask its publisher for a whole copy.");
}
