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

    /// <summary>
    /// Air, in heights of a digit, that parts two numbers, and a number from words. Digits of one number are half as far apart, but those of a fax are
    /// worn: where there is less than the second, the middles of two digits must be further apart than those of numbers on the page, by the third.
    /// </summary>
    private const double Apart = 0.17;
    private const double SurelyApart = 0.25;
    private const double Wider = 1.1;

    /// <summary>Heights of an ideograph from digit to digit of one number at most, in type of the usual size.</summary>
    private const double WidestPitch = 0.69;

    /// <summary>Heights of an ideograph that part a sign from what is before it: ideographs may look like signs.</summary>
    private const double SignApart = 0.3;

    /// <summary>Share of a digit's height by which those of one number differ in height and place.</summary>
    private const double Uneven = 0.17;

    /// <summary>Heights of an ideograph: the side of a point or a comma, the length of a dash and its thickness.</summary>
    private const double Point = 0.3;
    private const double ShortestDash = 0.25;
    private const double LongestDash = 2.3;
    private const double Thickest = 0.22;

    /// <param name="glyphs">Characters of one line.</param>
    /// <param name="pitch">As <see cref="Pitch"/> finds it.</param>
    /// <returns>The characters before the figures, and the boxes of the figures, from the left.</returns>
    public static (List<Rect> Before, List<Rect> Figures) Of(IReadOnlyList<Rect> glyphs, double pitch, double em)
    {
        var (left, figures) = (glyphs.ToList(), new List<Rect>());
        while (Last(left, pitch, em) is > 0 and var count)
        {
            figures.Insert(0, left[^count..].Aggregate((a, b) => a.Union(b)));
            left.RemoveRange(left.Count - count, count);
        }
        return (left, figures);
    }

    /// <returns>Distance of the middles of digits that surely are of one number, in their heights, among the figures at the ends of lines; 0 where there are none.</returns>
    public static double Pitch(IEnumerable<IReadOnlyList<Rect>> lines, double em)
    {
        var pitches = lines.SelectMany(line => line.Skip(Of(line, double.MaxValue, em).Before.Count) is var tail ? tail.Zip(tail.Skip(1)) : [])
            .Where(pair => IsDigit(pair.First, em) && IsDigit(pair.Second, em) && Air(pair.First, pair.Second, em) < Apart * pair.Second.Height)
            .Where(pair => pair.Second.Left + pair.Second.Right - pair.First.Left - pair.First.Right <= 2 * WidestPitch * em).Select(pair => Distance(pair.First, pair.Second)).Order().ToList();
        return pitches.Count == 0 ? 0 : pitches[pitches.Count / 2];
    }

    /// <summary>Pieces of ink above each other are one character.</summary>
    public static List<Rect> Glyphs(IEnumerable<Shape> shapes)
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
    private static int Last(List<Rect> glyphs, double pitch, double em)
    {
        if (glyphs.Count == 0)
            return 0;
        if (!IsDigit(glyphs[^1], em))
            return IsSign(glyphs[^1], em) && (glyphs.Count == 1 || glyphs[^1].Left - glyphs[^2].Right >= SignApart * em) ? 1 : 0;
        for (var count = 1; count < glyphs.Count; count++)
        {
            var (before, first) = (glyphs[^(count + 1)], glyphs[^count]);
            if (!IsPoint(first, glyphs[^1], em) && AreApart(before, first, pitch, em))
                return count;
            if (!IsPoint(before, glyphs[^1], em) && !(IsDigit(before, em) && IsBeside(before, glyphs[^1])))
                return 0;
        }
        return IsPoint(glyphs[0], glyphs[^1], em) ? 0 : glyphs.Count;
    }

    private static bool AreApart(Rect before, Rect first, double pitch, double em) => Air(before, first, em) / first.Height is var air
        && (air >= SurelyApart || (air >= Apart && (!IsDigit(before, em) || Distance(before, first) >= Wider * pitch)));

    private static double Distance(Rect before, Rect first) => (first.Left + first.Right - before.Left - before.Right) / 2.0 / Math.Max(before.Height, first.Height);

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
