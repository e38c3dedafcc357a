using OpenCvSharp;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>
/// Ink of a run → its lines, each with its pieces. A label of two lines stands beside the middle of its row, so that lines overlap: the run is then
/// divided first where the widest gutter runs through all of it.
/// </summary>
internal static class TextBlocks
{
    /// <summary>Heights of an ideograph that a gutter has at least; characters of a word stand closer.</summary>
    private const double LeastGutter = 0.2;

    /// <summary>Heights of an ideograph below which ink is a speck, which closes no gutter.</summary>
    private const double Speck = 0.1;

    /// <summary>Heights of an ideograph, or of its highest one, that a line has at most; and share of the lower of two lines that may lie beside the other.</summary>
    private const double TallestLine = 1.2;
    private const double MostOverlap = 0.15;

    /// <returns>Each line with the pieces of ink on it.</returns>
    public static IEnumerable<(Rect Line, List<Shape> Shapes)> Of(List<Shape> shapes, double em)
    {
        var lines = InkLines.Of(shapes, em);
        if (!AreApart(lines, shapes, em) && Halves(shapes, em) is { } halves)
            return Of(halves.Left, em).Concat(Of(halves.Right, em));
        return lines.Select(line => (line, shapes.FindAll(shape => line.Contains(shape.Box))));
    }

    private static bool AreApart(List<Rect> lines, List<Shape> shapes, double em)
    {
        var highest = TallestLine * shapes.Select(shape => (double)shape.Box.Height).Append(em).Max();
        return lines.TrueForAll(line => line.Height <= highest)
            && Enumerable.Range(0, lines.Count).Skip(1).All(i => Overlap(lines[i - 1], lines[i]) <= MostOverlap * Math.Min(lines[i - 1].Height, lines[i].Height));
    }

    private static int Overlap(Rect above, Rect below) => Math.Min(above.Bottom, below.Bottom) - Math.Max(above.Top, below.Top);

    /// <returns>What lies at either side of the widest gutter after which the lines of both sides are apart, or of the widest of all; null where there is none.</returns>
    private static (List<Shape> Left, List<Shape> Right)? Halves(List<Shape> shapes, double em)
    {
        (List<Shape> Left, List<Shape> Right)? widest = null;
        foreach (var x in Gutters(shapes, em))
        {
            var halves = (Left: shapes.FindAll(shape => shape.Box.Left < x), Right: shapes.FindAll(shape => shape.Box.Left >= x));
            if (AreApart(InkLines.Of(halves.Left, em), halves.Left, em) && AreApart(InkLines.Of(halves.Right, em), halves.Right, em))
                return halves;
            widest ??= halves;
        }
        return widest;
    }

    /// <returns>x at which gutters end, the widest first.</returns>
    private static IEnumerable<int> Gutters(List<Shape> shapes, double em)
    {
        var gutters = new List<(int Width, int End)>();
        var right = int.MaxValue;
        foreach (var box in shapes.Select(shape => shape.Box).Where(box => Math.Max(box.Width, box.Height) >= Speck * em).OrderBy(box => box.Left))
        {
            if (right < box.Left - (LeastGutter * em))
                gutters.Add((box.Left - right, box.Left));
            right = right == int.MaxValue ? box.Right : Math.Max(right, box.Right);
        }
        return gutters.OrderByDescending(gutter => gutter.Width).Select(gutter => gutter.End);
    }
}
