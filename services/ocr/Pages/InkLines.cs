using OpenCvSharp;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>Pieces of ink → lines of text.</summary>
internal static class InkLines
{
    /// <summary>Share of the lower of two pieces' heights that must lie side by side for them to be on one line.</summary>
    private const double SideBySide = 0.5;

    /// <summary>Heights of an ideograph, within which strokes above each other (三) are one character.</summary>
    private const double OneCharacter = 1.2;

    /// <summary>Gap between such strokes.</summary>
    private const double StrokeGap = 0.42;

    /// <param name="shapes">Of one column of text, such as a cell.</param>
    /// <param name="em">Height of an ideograph in pixels.</param>
    /// <returns>Boxes from top to bottom.</returns>
    public static List<Rect> Of(IEnumerable<Shape> shapes, double em)
    {
        var lines = new List<Rect>();
        foreach (var shape in shapes.OrderByDescending(shape => shape.Box.Height))
        {
            var at = lines.FindIndex(line => Overlap(line, shape.Box) >= SideBySide * Math.Min(line.Height, shape.Box.Height));
            if (at < 0)
                lines.Add(shape.Box);
            else
                lines[at] = lines[at].Union(shape.Box);
        }
        return Merged([.. lines.OrderBy(line => line.Top)], em);
    }

    private static List<Rect> Merged(List<Rect> lines, double em)
    {
        var merged = new List<Rect>();
        foreach (var line in lines)
        {
            if (merged.Count > 0 && merged[^1] is var above
                && (Overlap(above, line) > SideBySide * Math.Min(above.Height, line.Height) || (line.Top - above.Bottom < StrokeGap * em && line.Bottom - above.Top <= OneCharacter * em)))
            {
                merged[^1] = above.Union(line);
            }
            else
            {
                merged.Add(line);
            }
        }
        return merged;
    }

    private static int Overlap(Rect a, Rect b) => Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);
}
