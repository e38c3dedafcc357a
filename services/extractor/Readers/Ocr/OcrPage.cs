using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>The picture of a page as it was recognised: turned upright and straightened, so that its layout is found like that of a printed page.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">Of the straightened page, in points: its short side is that of A4 paper, whatever its resolution.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Rules">In points of the straightened page.</param>
/// <param name="ToPicture">Row by row the 3 × 3 matrix that leads from points of the straightened page to pixels of the picture as displayed.</param>
/// <param name="CharacterHeight">Of an ideograph in the middle of the text, in pixels of the picture; 0 where there is no text.</param>
internal sealed record OcrPage(
    int Number, double Width, double Height, ImmutableArray<OcrWord> Words, ImmutableArray<PdfRule> Rules, ImmutableArray<double> ToPicture, double CharacterHeight)
{
    /// <summary>Pixels of the picture as it came; the page may be larger, by paper that was added around it.</summary>
    public int PictureWidth { get; init; }

    public int PictureHeight { get; init; }

    /// <summary>Ink outside the ruled tables of which no text is sure: of a picture, or a figure that is lost.</summary>
    public ImmutableArray<PdfBox> Unread { get; init; } = [];

    /// <summary>The part of the straightened page that the picture takes up, in points.</summary>
    public PdfBox Shown()
    {
        (double X, double Y)[] corners = [Straightened(0, 0), Straightened(PictureWidth, 0), Straightened(0, PictureHeight), Straightened(PictureWidth, PictureHeight)];
        return new PdfBox(corners.Min(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.X), corners.Max(corner => corner.Y));
    }

    /// <summary>The page for the layout steps.</summary>
    /// <param name="second">Whether with what the other pass read where the passes differ.</param>
    public PdfPage ToPage(bool second) => new(
        Number, Width, Height, [.. Words.Select(word => new PdfWord(second ? word.Other ?? word.Text : word.Text, word.Box)).Where(word => word.Text.Length > 0)], Rules);

    /// <summary>Where a box of the straightened page is on the picture, in whole pixels.</summary>
    public OcrLocator Locate(PdfBox box)
    {
        (double X, double Y)[] corners = [OnPicture(box.Left, box.Top), OnPicture(box.Right, box.Top), OnPicture(box.Left, box.Bottom), OnPicture(box.Right, box.Bottom)];
        return new OcrLocator(
            Number,
            Math.Floor(corners.Min(corner => corner.X)), Math.Floor(corners.Min(corner => corner.Y)),
            Math.Ceiling(corners.Max(corner => corner.X)), Math.Ceiling(corners.Max(corner => corner.Y)),
            Math.Round(ConfidenceWithin(box), 4));
    }

    /// <summary>Where a pixel of the picture is on the straightened page.</summary>
    public (double X, double Y) Straightened(double x, double y)
    {
        var m = ToPicture;
        // The adjugate, which is the inverse but for a factor that the division takes out.
        var (a, b, c) = ((m[4] * m[8]) - (m[5] * m[7]), (m[2] * m[7]) - (m[1] * m[8]), (m[1] * m[5]) - (m[2] * m[4]));
        var (d, e, f) = ((m[5] * m[6]) - (m[3] * m[8]), (m[0] * m[8]) - (m[2] * m[6]), (m[2] * m[3]) - (m[0] * m[5]));
        var (g, h, i) = ((m[3] * m[7]) - (m[4] * m[6]), (m[1] * m[6]) - (m[0] * m[7]), (m[0] * m[4]) - (m[1] * m[3]));
        var depth = (g * x) + (h * y) + i;
        return (((a * x) + (b * y) + c) / depth, ((d * x) + (e * y) + f) / depth);
    }

    // A blank is as sure as the ink that is not there.
    private double ConfidenceWithin(PdfBox box) => Unread.Any(ink => box.Contains(ink.MiddleX, ink.MiddleY)) ? 0
        : Words.Where(word => box.Contains(word.Box.MiddleX, word.Box.MiddleY)).Select(word => word.Confidence).DefaultIfEmpty(1).Min();

    private (double X, double Y) OnPicture(double x, double y)
    {
        var m = ToPicture;
        var depth = (m[6] * x) + (m[7] * y) + m[8];
        return (((m[0] * x) + (m[1] * y) + m[2]) / depth, ((m[3] * x) + (m[4] * y) + m[5]) / depth);
    }
}
