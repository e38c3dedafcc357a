using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Ofd;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Viewing;

/// <summary>A page of an OFD drawn anew out of its words and lines, with the spot framed, pictures and colours left behind; of a page of pictures, and of pictures that hold the spot, those.</summary>
internal static class OfdView
{
    /// <exception cref="UnreadableDocumentException">The document cannot be read, or has no such page.</exception>
    public static string Of(ReadOnlyMemory<byte> bytes, Locator? spot, int page, CancellationToken cancellation)
    {
        var number = spot switch { PdfLocator box => box.Page, OcrLocator box => box.Page, _ => page };
        var shown = OfdDocument.Read(bytes, PdfLimits.Default, cancellation).Pages.FirstOrDefault(candidate => candidate.Page.Number == number)
            ?? throw new UnreadableDocumentException(FailureReasons.Malformed, $"The OFD has no page {number}.");
        // Of a page of text the picture is shown where the spot is on it.
        return OfdScan.Of(shown) is [var scan, ..] && (spot is OcrLocator || !OfdScan.IsWritten(shown)) ? Picture(bytes, scan, spot as OcrLocator) : new InertHtml().Drawing(shown.Page, spot is PdfLocator its ? (its.Left, its.Top, its.Right, its.Bottom) : null).ToString();
    }

    /// <summary>The spot of a picture and a little around it, enlarged.</summary>
    /// <returns>Null where the page has no picture.</returns>
    public static string? Close(ReadOnlyMemory<byte> bytes, OcrLocator spot, CancellationToken cancellation)
    {
        var page = OfdDocument.Read(bytes, PdfLimits.Default, cancellation).Pages.FirstOrDefault(candidate => candidate.Page.Number == spot.Page);
        if (page is null || OfdScan.Of(page) is not [var scan, ..])
            return null;
        using var package = OfdPackage.Open(bytes);
        var picture = scan.Shown(package);
        return PictureView.Close(picture, PictureView.TypeOf(picture), spot);
    }

    private static string Picture(ReadOnlyMemory<byte> bytes, OfdScan scan, OcrLocator? spot)
    {
        using var package = OfdPackage.Open(bytes);
        var picture = scan.Shown(package);
        return PictureView.Of(picture, PictureView.TypeOf(picture), spot);
    }
}
