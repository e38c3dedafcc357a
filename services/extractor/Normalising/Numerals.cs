using System.Buffers;

namespace Pipeline.Extractor.Normalising;

/// <summary>
/// Tells two numbers below each other from one: a line break is kept where numerals stand on both sides of it, and such a text is no number. It may be
/// one that somebody broke by hand, but nobody can tell.
/// </summary>
internal static class Numerals
{
    /// <summary>Between two lines of a cell.</summary>
    public const char Break = '\n';

    // With the signs that stand within numbers: 1, above 234 are two lines as well.
    private static readonly SearchValues<char> Others = SearchValues.Create(",，.．零〇○一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾");

    public static bool Are(char above, char below) => Is(above) && Is(below);

    /// <summary>Whether numerals stand on both sides of a line break.</summary>
    public static bool StandOnLines(string text)
    {
        for (var at = text.IndexOf(Break, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Break, at + 1))
        {
            var above = text.AsSpan(0, at).TrimEnd();
            var below = text.AsSpan(at + 1).TrimStart();
            if (above.Length > 0 && below.Length > 0 && Are(above[^1], below[0]))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is a digit, a numeral, or a sign within numbers.</summary>
    public static bool Is(char c) => char.IsDigit(c) || Others.Contains(c);
}
