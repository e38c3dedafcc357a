using System.Collections.Frozen;
using System.ComponentModel;
using System.Globalization;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Which pages of a PDF hold pictures large enough to be a scan, as poppler lists them: blank pages are not worth recognising.</summary>
internal static class DrawnPages
{
    /// <summary>Pixels of all pictures of a page, for a scan may be cut into strips: a page at 70 dots per inch has 480,000, an emblem or a code to scan 90,000.</summary>
    private const long LeastPixels = 160_000;

    /// <returns>Numbers of such pages; null where poppler cannot list them.</returns>
    public static async Task<FrozenSet<int>?> Of(ReadOnlyMemory<byte> pdf, PdfLimits limits, CancellationToken cancellation)
    {
        using var folder = OwnedFolder.Create(PopplerEngine.FolderKind);
        try
        {
            var document = Path.Combine(folder.Path, "document.pdf");
            await File.WriteAllBytesAsync(document, pdf, cancellation);
            var (exit, output, _) = await BoundedProcess.Run("pdfimages", ["-list", document], limits, cancellation);
            return exit == 0 ? output.Split('\n').Select(Picture).Where(picture => picture.Pixels > 0).GroupBy(picture => picture.Page, picture => picture.Pixels)
                .Where(page => page.Sum() >= LeastPixels).Select(page => page.Key).ToFrozenSet() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // page, number, type, width, height, and more.
    private static (int Page, long Pixels) Picture(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var page, _, "image" or "stencil", var width, var height, ..] ? (Number(page), (long)Number(width) * Number(height)) : default;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
