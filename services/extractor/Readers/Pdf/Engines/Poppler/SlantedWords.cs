using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>
/// Takes out stamps and watermarks set at odd angles. pdftotext gives each of their characters as a word, the next one a step along the page and
/// a step up or down, which no line of text does.
/// </summary>
internal static class SlantedWords
{
    /// <summary>Characters in a slanted line that tell it from a step between two lines of text.</summary>
    private const int Fewest = 3;

    /// <summary>Share of the step along that a step aside has at least, about 7 degrees; baselines of real lines differ by less.</summary>
    private const double LeastSlope = 0.12;

    public static ImmutableArray<PdfWord> Removed(ImmutableArray<PdfWord> words)
    {
        var kept = ImmutableArray.CreateBuilder<PdfWord>(words.Length);
        for (var start = 0; start < words.Length;)
        {
            var end = start + 1;
            while (end < words.Length && Step(words[end - 1], words[end]) is { } step && (end == start + 1 || SameDirection(step, Step(words[start], words[start + 1])!.Value)))
                end++;
            if (end - start < Fewest)
                end = start + 1;
            if (end - start < Fewest)
                kept.Add(words[start]);
            start = end;
        }
        return kept.Count == words.Length ? words : kept.ToImmutable();
    }

    /// <returns>From middle to middle; null where the second does not follow the first along a slanted line.</returns>
    private static (double X, double Y)? Step(PdfWord before, PdfWord after)
    {
        if (!MayBeSlanted(before) || !MayBeSlanted(after))
            return null;
        var (x, y) = (after.Box.MiddleX - before.Box.MiddleX, after.Box.MiddleY - before.Box.MiddleY);
        if (Math.Min(Math.Abs(x), Math.Abs(y)) < Math.Max(Math.Abs(x), Math.Abs(y)) * LeastSlope)
            return null;
        // Boxes of neighbours meet along the direction in which poppler takes the text to run.
        var meets = Meets(Math.Abs(x), before.Box.Width, after.Box.Width) || Meets(Math.Abs(y), before.Box.Height, after.Box.Height);
        return meets ? (x, y) : null;
    }

    // Two ideographs in one word stand on one baseline.
    private static bool MayBeSlanted(PdfWord word) => word.Text.Length <= 2 && word.WideCount() < 2;

    private static bool Meets(double step, double one, double other) => Math.Abs(step - (one + other) / 2) < (one + other) / 2 * 0.15;

    private static bool SameDirection((double X, double Y) one, (double X, double Y) other)
    {
        var (length, otherLength) = (Math.Sqrt(one.X * one.X + one.Y * one.Y), Math.Sqrt(other.X * other.X + other.Y * other.Y));
        return (one.X * other.X + one.Y * other.Y) / (length * otherLength) > 0.97;
    }
}
