using OpenCvSharp;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>Lines of text outside the ruled tables: ink that stands close together on one height.</summary>
internal static class RunningText
{
    /// <summary>Gap, in heights of an ideograph, that ends a run: columns of a table without rules are further apart, words are not.</summary>
    private const double Gap = 1.3;

    /// <summary>Heights of an ideograph: what is lower is a rule or a speck, what is higher a picture or a seal.</summary>
    private const double Lowest = 0.35;
    private const double Highest = 3.2;

    /// <summary>Heights of an ideograph that a character of one stroke is wide at least, and that belong to it above and below.</summary>
    private const double ShortestStroke = 0.5;
    private const double Around = 0.35;

    /// <summary>Heights of an ideograph after which a line is cut between two characters: reading takes time by the square of the length.</summary>
    private const double Longest = 18;

    /// <summary>Twice the air around a crop, so that none shows the end of its neighbour: such gaps are beside punctuation.</summary>
    private const double Space = 0.38;

    private const int MostPieces = 2000;

    public static List<TextPiece> Of(Mat text, IReadOnlyList<Rect> tables, double em)
    {
        using var outside = text.Clone();
        foreach (var table in tables)
            outside.Rectangle(table, Scalar.Black, -1);
        var shapes = Shape.Of(outside, new Rect(0, 0, text.Width, text.Height), CellPieces.SpeckArea(em));
        using var smear = new Mat(text.Size(), MatType.CV_8U, Scalar.Black);
        foreach (var shape in shapes.Where(shape => shape.Box.Height <= Highest * em && shape.Box.Width <= 12 * em))
            smear.Rectangle(Widened(shape.Box, (int)(Gap * em / 2), IsStroke(shape.Box, em) ? (int)(Around * em) : 0), Scalar.White, -1);
        var runs = Shape.Of(smear, new Rect(0, 0, text.Width, text.Height), 1);
        return [.. runs.SelectMany(run => Lines(shapes, run.Box, em)).Take(MostPieces)];
    }

    // A run that touches the next line is taken apart by its ink.
    private static IEnumerable<TextPiece> Lines(List<Shape> shapes, Rect run, double em)
    {
        var inside = shapes.Where(shape => run.Contains(shape.Box) && shape.Box.Height <= Highest * em).ToList();
        return InkLines.Of(inside, em).Where(line => line.Height >= Lowest * em && line.Width >= Lowest * em).SelectMany(line => Parts(line, inside, em)).Select(line => new TextPiece(line, IsCell: false, []));
    }

    private static IEnumerable<Rect> Parts(Rect line, List<Shape> shapes, double em)
    {
        var (start, end) = (line.Left, line.Left);
        foreach (var shape in shapes.Where(shape => line.Contains(shape.Box)).OrderBy(shape => shape.Box.Left))
        {
            if (end - start >= Longest * em && shape.Box.Left - end >= Space * em)
            {
                yield return new Rect(start, line.Top, end - start, line.Height);
                start = shape.Box.Left;
            }
            end = Math.Max(end, shape.Box.Right);
        }
        yield return new Rect(start, line.Top, line.Right - start, line.Height);
    }

    // 一 stands in the middle of its line, the 、 behind it at the foot: side by side they do not touch.
    private static bool IsStroke(Rect box, double em) => box.Height < Lowest * em && box.Width >= ShortestStroke * em;

    private static Rect Widened(Rect box, int by, int above) => new(box.X - by, box.Y - above, box.Width + (2 * by), box.Height + (2 * above));
}
