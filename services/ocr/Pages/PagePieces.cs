using System.Collections.Immutable;
using OpenCvSharp;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>A page taken apart: rules and pieces of text, nothing read yet.</summary>
internal sealed class PagePieces : IDisposable
{
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
            var em = TextSize.Of(Shape.Of(text, whole, 3), Math.Min(image.Width, image.Height));
            var (cells, tables) = CellText.Of(image, text, rules, em);
            return new PagePieces(image, rules, text, em, [.. cells, .. RunningText.Of(text, tables, em)]);
        }
    }

    public Mat Crop(TextPiece piece) => Recognition.Crop.Of(piece.IsRed ? Image.Grey : Image.Red, piece, Em);

    public Mat Cleaned(TextPiece piece) => Recognition.Crop.Clean(piece.IsRed ? Image.Grey : Image.Red, Text, piece, Em);

    public PdfBox Points(Rect box) =>
        new(box.Left * Image.PointsPerPixel, box.Top * Image.PointsPerPixel, box.Right * Image.PointsPerPixel, box.Bottom * Image.PointsPerPixel);

    public void Dispose()
    {
        Image.Dispose();
        Text.Dispose();
    }
}
