using System.Buffers.Binary;
using System.ComponentModel;
using System.Globalization;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

namespace Pipeline.Extractor.Viewing;

/// <summary>The picture of one page of a PDF, drawn by poppler in a bounded process, with the spot framed.</summary>
internal static class PdfView
{
    private const int DotsPerInch = 110;
    private const double PointsPerInch = 72;

    // Pages of reports are drawn within a second, scans within three; whoever waits longer, for others' pages too, is told.
    private static readonly TimeSpan LongestDrawing = TimeSpan.FromSeconds(10);

    // Drawing takes a processor for a while: more at once only make all of them slow. Other views do not wait for them.
    private static readonly SemaphoreSlim Places = new(2);

    // Twice an A3 page; a poster is not shown.
    private const int LongestSide = 2400;

    /// <exception cref="UnreadableDocumentException">The page cannot be drawn.</exception>
    public static async Task<string> Of(ReadOnlyMemory<byte> bytes, PdfLocator? spot, int page, CancellationToken cancellation)
    {
        PdfFile.Check(bytes.Span, PdfLimits.Default);
        using var folder = OwnedFolder.Create(PopplerEngine.FolderKind);
        var png = await Draw(folder.Path, bytes, spot?.Page ?? page, ["-gray", "-r", DotsPerInch.ToString(CultureInfo.InvariantCulture)], cancellation);
        var (width, height) = (Side(png, 16), Side(png, 20));
        var scale = PointsPerInch / DotsPerInch;
        return new InertHtml().Picture(png, width * scale, height * scale, spot is null ? null : (spot.Left, spot.Top, spot.Right, spot.Bottom)).ToString();
    }

    /// <summary>The spot of a recognised page and a little around it, as it was drawn to be recognised.</summary>
    /// <exception cref="UnreadableDocumentException">The page cannot be drawn.</exception>
    public static async Task<string> Close(ReadOnlyMemory<byte> bytes, OcrLocator spot, CancellationToken cancellation)
    {
        PdfFile.Check(bytes.Span, PdfLimits.Default);
        using var folder = OwnedFolder.Create(PopplerEngine.FolderKind);
        var air = spot.Bottom - spot.Top;
        var (left, top) = (Math.Max(0, spot.Left - air), Math.Max(0, spot.Top - air));
        var png = await Draw(folder.Path, bytes, spot.Page, PdfPicture.Part(left, top, spot.Right + air - left, spot.Bottom + air - top), cancellation);
        return new InertHtml().Close(png, Side(png, 16), Side(png, 20), (spot.Left - left, spot.Top - top, spot.Right - left, spot.Bottom - top)).ToString();
    }

    /// <param name="how">How fine, in which colours, and which part of the page.</param>
    private static async Task<byte[]> Draw(string folder, ReadOnlyMemory<byte> bytes, int page, string[] how, CancellationToken cancellation)
    {
        var (document, picture) = (Path.Combine(folder, "document.pdf"), Path.Combine(folder, "page"));
        await File.WriteAllBytesAsync(document, bytes, cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestDrawing);
        var number = page.ToString(CultureInfo.InvariantCulture);
        try
        {
            var (exit, errors) = await InTurn(
                ["-png", "-cropbox", .. how, "-f", number, "-l", number, "-singlefile", document, picture], limit.Token);
            if (exit != 0 || !File.Exists(picture + ".png"))
                throw new UnreadableDocumentException(FailureReasons.Malformed, $"Page {number} cannot be drawn: {(errors.Length > 0 ? errors.Split('\n')[0] : "the PDF has no such page")}.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UnreadableDocumentException(FailureReasons.Timeout, $"Page {number} was not drawn within {LongestDrawing.TotalSeconds:0} s: load it again, or download the bytes and open them in a viewer.");
        }
        catch (Win32Exception)
        {
            throw new UnreadableDocumentException(FailureReasons.Unsupported, "Pages of PDFs are drawn by poppler's pdftoppm, which is not installed: apt-get install poppler-utils");
        }

        var png = await File.ReadAllBytesAsync(picture + ".png", cancellation);
        return Side(png, 16) <= LongestSide && Side(png, 20) <= LongestSide ? png : throw new UnreadableDocumentException(FailureReasons.TooLarge, $"Page {number} is larger than can be shown.");
    }

    private static async Task<(int ExitCode, string Errors)> InTurn(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        await Places.WaitAsync(cancellation);
        try
        {
            var (exit, _, errors) = await BoundedProcess.Run("pdftoppm", arguments, PdfLimits.Default, cancellation);
            return (exit, errors);
        }
        finally
        {
            Places.Release();
        }
    }

    // Width and height stand at fixed places of a PNG.
    private static int Side(byte[] png, int place) => png.Length > place + 4 ? BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(place)) : 0;
}
