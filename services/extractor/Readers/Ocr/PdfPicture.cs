using System.ComponentModel;
using System.Globalization;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>A page of a PDF as a picture, drawn by poppler in a bounded process.</summary>
internal static class PdfPicture
{
    /// <summary>Locators of recognised pages count pixels at this resolution: finer scans gain nothing, coarser ones lose nothing.</summary>
    private const int DotsPerInch = 200;

    private const double PointsPerPixel = 72.0 / DotsPerInch;

    /// <summary>Points of the page in pixels of the picture.</summary>
    public static double Pixel(double points) => points / PointsPerPixel;

    /// <summary>A spot of the picture on the page itself.</summary>
    public static PdfLocator OnPage(OcrLocator spot) =>
        new(spot.Page, spot.Left * PointsPerPixel, spot.Top * PointsPerPixel, spot.Right * PointsPerPixel, spot.Bottom * PointsPerPixel);

    /// <summary>Arguments of pdftoppm for a part of a page, in pixels.</summary>
    public static string[] Part(double left, double top, double width, double height) => [.. Resolution, "-x", Whole(left), "-y", Whole(top), "-W", Whole(width), "-H", Whole(height)];

    private static string[] Resolution => ["-r", DotsPerInch.ToString(CultureInfo.InvariantCulture)];

    private static string Whole(double pixels) => Math.Floor(pixels).ToString(CultureInfo.InvariantCulture);

    /// <param name="part">Of the page, in points; null for all of it.</param>
    /// <returns>A portable pixmap in colour, for stamps are told from figures by theirs.</returns>
    /// <exception cref="UnreadableDocumentException">The page cannot be drawn.</exception>
    public static async Task<ReadOnlyMemory<byte>> Draw(ReadOnlyMemory<byte> pdf, int page, PdfBox? part, PdfLimits limits, CancellationToken cancellation)
    {
        using var folder = OwnedFolder.Create(PopplerEngine.FolderKind);
        try
        {
            var (document, picture) = (Path.Combine(folder.Path, "document.pdf"), Path.Combine(folder.Path, "page"));
            await File.WriteAllBytesAsync(document, pdf, cancellation);
            var number = page.ToString(CultureInfo.InvariantCulture);
            string[] how = part is { } box ? Part(Pixel(box.Left), Pixel(box.Top), Pixel(box.Width), Pixel(box.Height)) : Resolution;
            var (exit, _, errors) = await BoundedProcess.Run(
                "pdftoppm", ["-cropbox", .. how, "-f", number, "-l", number, "-singlefile", document, picture], limits, cancellation);
            return exit == 0 && File.Exists(picture + ".ppm")
                ? await File.ReadAllBytesAsync(picture + ".ppm", cancellation)
                : throw new UnreadableDocumentException(FailureReasons.Malformed, $"Page {number} is a picture that cannot be drawn: {(errors.Length > 0 ? errors.Split('\n')[0] : "it is damaged")}.");
        }
        catch (Win32Exception)
        {
            throw new UnreadableDocumentException(FailureReasons.NeedsOcr, "Pages of PDFs are drawn by poppler's pdftoppm, which is not installed: apt-get install poppler-utils; then run: pipeline failures replay");
        }
    }
}
