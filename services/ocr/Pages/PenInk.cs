using OpenCvSharp;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>
/// Takes out of a cell what a pen drew beside or over its figure in another colour: ticks, corrections, notes. A cell that is coloured throughout is
/// printed so, and words may be printed in two colours; both are left to be read.
/// </summary>
internal static class PenInk
{
    /// <summary>Of 255, by which ink is more colourful than the paper around it; black print blurred by compression reaches 25.</summary>
    private const int Colourful = 40;

    /// <summary>The same of the rest of a stroke, whose ends compression makes pale.</summary>
    private const int Pale = 15;

    /// <summary>Heights of an ideograph that a figure has at least, or a stroke of a pen.</summary>
    private const double LeastInk = 0.25;

    /// <summary>The same of a figure at most: an amount of ten digits with its point.</summary>
    private const double WidestFigure = 5.5;

    /// <summary>Heights of an ideograph from a cell's sides within which what is left of a rule is no print.</summary>
    private const double Border = 0.12;

    /// <summary>Pixels around a stroke where it still darkens the paper.</summary>
    private const int Edge = 5;

    /// <summary>Heights of an ideograph between the digits of one number at most: nearer to a figure, a coloured one may be a part of it.</summary>
    private const double BetweenDigits = 0.35;

    /// <param name="text">Ink without rules.</param>
    /// <returns>Whether the pen went over the print or so close beside it that a part of the figure may be gone.</returns>
    public static bool Remove(PageImage page, Mat text, Rect cell, double em)
    {
        if (page.Chroma is null || cell.Width < em || cell.Height < em)
            return false;
        using var chroma = new Mat(page.Chroma, cell);
        using var ink = new Mat(text, cell);
        var paper = Paper(chroma);
        using var pen = Ink(ink, chroma, paper + Colourful);
        if (Cv2.CountNonZero(pen) == 0)
            return false;
        using var pale = Ink(ink, chroma, paper + Pale);
        Grow(pen, pale);
        using var around = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(Edge, Edge));
        using var strokes = pen.Dilate(around);
        // The edges of coloured print are as pale as they are thin.
        using var print = new Mat();
        Cv2.Subtract(ink, strokes, print);
        if (!Notable(pen, em).Any() || Notable(print, em).ToList() is not { Count: > 0 } figure || figure.Max(box => box.Right) - figure.Min(box => box.Left) > WidestFigure * em)
            return false;
        page.Blank(cell, strokes);
        ink.SetTo(Scalar.Black, strokes);
        var reach = (2 * (int)Math.Ceiling(BetweenDigits * em)) + 1;
        using var near = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(reach, reach));
        using var beside = strokes.Dilate(near);
        using var cut = new Mat();
        Cv2.BitwiseAnd(beside, print, cut);
        return Cv2.CountNonZero(cut) > 0;
    }

    private static Mat Ink(Mat ink, Mat chroma, int colourful)
    {
        var coloured = chroma.Threshold(colourful, byte.MaxValue, ThresholdTypes.Binary);
        Cv2.BitwiseAnd(ink, coloured, coloured);
        return coloured;
    }

    private static void Grow(Mat pen, Mat pale)
    {
        using var near = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(3, 3));
        for (var (before, count) = (0, Cv2.CountNonZero(pen)); count > before;)
        {
            Cv2.Dilate(pen, pen, near);
            Cv2.BitwiseAnd(pen, pale, pen);
            (before, count) = (count, Cv2.CountNonZero(pen));
        }
    }

    // Most of a cell is paper, tinted by the lamp.
    private static int Paper(Mat chroma)
    {
        using var histogram = new Mat();
        Cv2.CalcHist([chroma], [0], null, histogram, 1, [256], [new Rangef(0, 256)]);
        var (below, half) = (0.0, chroma.Total() / 2.0);
        for (var value = 0; value < byte.MaxValue; value++)
        {
            below += histogram.At<float>(value);
            if (below > half)
                return value;
        }
        return byte.MaxValue;
    }

    private static IEnumerable<Rect> Notable(Mat ink, double em)
    {
        var edge = (int)Math.Ceiling(Border * em);
        var inner = new Rect(edge, edge, ink.Width - (2 * edge), ink.Height - (2 * edge));
        return Shape.Of(ink, inner, CellPieces.SpeckArea(em)).Select(shape => shape.Box).Where(box => Math.Max(box.Width, box.Height) >= LeastInk * em);
    }
}
