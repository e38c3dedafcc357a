using System.Collections.Immutable;
using OpenCvSharp;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>A page taken apart: rules and pieces of text, nothing read yet.</summary>
internal sealed class PagePieces : IDisposable
{
    /// <summary>Heights of an ideograph below which ink of a grainy page is grain; commas and points are lost with it.</summary>
    private const double Speck = 0.2;

    /// <summary>As a share of a line's height.</summary>
    private const double WideAir = 0.3;

    private PagePieces(PageImage image, ImmutableArray<PdfRule> rules, Mat text, double em, List<TextPiece> pieces) =>
        (Image, Rules, Text, Em, Pieces) = (image, rules, text, em, pieces);

    public PageImage Image { get; }

    public ImmutableArray<PdfRule> Rules { get; }

    /// <summary>Ink without rules.</summary>
    public Mat Text { get; }

    /// <summary>Height of an ideograph, in pixels.</summary>
    public double Em { get; }

    public List<TextPiece> Pieces { get; }

    /// <param name="quarterTurns">Clockwise turns that set the picture upright.</param>
    public static PagePieces Of(Mat picture, int quarterTurns)
    {
        var image = PageImage.Of(picture, quarterTurns);
        var (rules, mask) = RuleFinding.Find(image);
        using (mask)
        {
            using var around = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(3, 3));
            using var wide = mask.Dilate(around);
            var text = image.Ink.Clone();
            text.SetTo(Scalar.Black, wide);
            var whole = new Rect(0, 0, image.Width, image.Height);
            var shapes = Shape.Of(text, whole, 3);
            var em = TextSize.Of(shapes, Math.Min(image.Width, image.Height));
            if (image.IsGrainy)
                Erase(shapes.Where(shape => Math.Max(shape.Box.Width, shape.Box.Height) < Speck * em), text);
            var (cells, tables) = CellPieces.Of(image, text, rules, em);
            return new PagePieces(image, rules, text, em, [.. cells, .. RunningText.Of(text, tables, em)]);
        }
    }

    // Rows of specks would pass for lines of text.
    private static void Erase(IEnumerable<Shape> specks, Mat text)
    {
        foreach (var speck in specks)
            text.Rectangle(speck.Box, Scalar.Black, -1);
    }

    public Mat Crop(TextPiece piece) => Recognition.Crop.Of(Image.Unsealed, piece, Em);

    public Mat Cleaned(TextPiece piece) => Recognition.Crop.Clean(Image.Unsealed, Text, piece, Em);

    /// <summary>In all colours and with more air: where a seal was taken out, a part of a figure may have gone with it.</summary>
    public Mat Wide(TextPiece piece) => Recognition.Crop.Of(Image.Grey, piece, Em, WideAir);

    public PdfBox Points(Rect box) =>
        new(box.Left * Image.PointsPerPixel, box.Top * Image.PointsPerPixel, box.Right * Image.PointsPerPixel, box.Bottom * Image.PointsPerPixel);

    public void Dispose()
    {
        Image.Dispose();
        Text.Dispose();
    }
}
