using OpenCvSharp;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>
/// The figures at the end of a line, each by itself: columns of a table without rules may be closer than words are. Digits of one number stand at
/// one pitch, so a little more air between two of them parts two numbers.
/// </summary>
internal static class FigureTail
{
    /// <summary>Heights of an ideograph that digits have, and slashes at most.</summary>
    private const double Lowest = 0.45;
    private const double Highest = 0.95;
    private const double HighestSlash = 1.2;

    /// <summary>Heights of a digit that it is wide at most. A 1 takes as much room as the others, which are not less than the second wide.</summary>
    private const double Widest = 0.85;
    private const double Room = 0.62;

    /// <summary>Heights of a digit that part two numbers, and a number from words; digits of one number are half as far apart.</summary>
    private const double Apart = 0.17;

    /// <summary>Heights of an ideograph that part a sign from what is before it: ideographs may look like signs.</summary>
    private const double SignApart = 0.3;

    /// <summary>Share of a digit's height by which those of one number differ in height and place.</summary>
    private const double Uneven = 0.17;

    /// <summary>Heights of an ideograph: the side of a point or a comma, the length of a dash and its thickness.</summary>
    private const double Point = 0.3;
    private const double ShortestDash = 0.25;
    private const double LongestDash = 2.3;
    private const double Thickest = 0.22;

    /// <param name="shapes">Ink of one line.</param>
    /// <returns>Boxes of the characters before the figures, and of the figures, from the left.</returns>
    public static (List<Rect> Before, List<Rect> Figures) Of(IEnumerable<Shape> shapes, double em)
    {
        var (left, figures) = (Glyphs(shapes), new List<Rect>());
        while (Last(left, em) is > 0 and var count)
        {
            figures.Insert(0, left[^count..].Aggregate((a, b) => a.Union(b)));
            left.RemoveRange(left.Count - count, count);
        }
        return (left, figures);
    }

    /// <summary>Pieces of ink above each other are one character.</summary>
    private static List<Rect> Glyphs(IEnumerable<Shape> shapes)
    {
        var glyphs = new List<Rect>();
        foreach (var box in shapes.Select(shape => shape.Box).OrderBy(box => box.Left))
        {
            if (glyphs.Count > 0 && box.Left < glyphs[^1].Right)
                glyphs[^1] = glyphs[^1].Union(box);
            else
                glyphs.Add(box);
        }
        return glyphs;
    }

    /// <returns>How many of the last glyphs are one figure that stands apart from what is before it; 0 where they are none.</returns>
    private static int Last(List<Rect> glyphs, double em)
    {
        if (glyphs.Count == 0)
            return 0;
        if (!IsDigit(glyphs[^1], em))
            return IsSign(glyphs[^1], em) && (glyphs.Count == 1 || glyphs[^1].Left - glyphs[^2].Right >= SignApart * em) ? 1 : 0;
        for (var count = 1; count < glyphs.Count; count++)
        {
            var (before, first) = (glyphs[^(count + 1)], glyphs[^count]);
            if (Air(before, first, em) >= Apart * glyphs[^1].Height && !IsPoint(first, glyphs[^1], em))
                return count;
            if (!IsPoint(before, glyphs[^1], em) && !(IsDigit(before, em) && IsBeside(before, glyphs[^1])))
                return 0;
        }
        return IsPoint(glyphs[0], glyphs[^1], em) ? 0 : glyphs.Count;
    }

    private static double Air(Rect before, Rect first, double em) => first.Left - Missing(first, em) - before.Right - Missing(before, em);

    /// <summary>What a slender digit leaves free of its room, at either side.</summary>
    private static double Missing(Rect glyph, double em) => IsDigit(glyph, em) ? Math.Max(0, ((Room * glyph.Height) - glyph.Width) / 2) : 0;

    private static bool IsDigit(Rect glyph, double em) => glyph.Height >= Lowest * em && glyph.Height <= Highest * em && glyph.Width <= Widest * glyph.Height;

    private static bool IsBeside(Rect one, Rect other) => Math.Abs(one.Top - other.Top) <= Uneven * other.Height && Math.Abs(one.Bottom - other.Bottom) <= Uneven * other.Height;

    private static bool IsPoint(Rect glyph, Rect digit, double em) => Math.Max(glyph.Width, glyph.Height) <= Point * em && glyph.Top > digit.Top + (digit.Height / 2);

    private static bool IsSign(Rect glyph, double em) => glyph.Height <= Thickest * em
        ? glyph.Width >= ShortestDash * em && glyph.Width <= LongestDash * em
        : glyph.Height <= HighestSlash * em && glyph.Height >= Lowest * em && glyph.Width <= glyph.Height / 2.0;
}
