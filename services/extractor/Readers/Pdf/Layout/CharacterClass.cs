using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>What kind of character or run something is, as far as layout depends on it.</summary>
internal static partial class CharacterClass
{
    /// <summary>Set on a full square: ideographs, kana, full-width forms and their punctuation.</summary>
    public static bool IsWide(char character) =>
        character is >= '\u1100' and not (>= '\u2000' and <= '\u2E7F') || character is '\u201C' or '\u201D' or '\u2014' or '\u2026';

    public static bool IsDigit(char character) => character is >= '0' and <= '9' or >= '０' and <= '９';

    /// <summary>Units that stand behind figures.</summary>
    public static readonly ImmutableHashSet<string> Units = [.. UnitPattern.Split('|')];

    private const string UnitPattern = "件|条|项|元|万元|%";

    /// <summary>Whether the text is what a figure column holds: a number, or a sign that stands for none.</summary>
    public static bool IsFigure(string text) => Figures().IsMatch(text);

    /// <summary>How many characters are set on a full square.</summary>
    public static int WideCount(this PdfWord word)
    {
        var count = 0;
        foreach (var character in word.Text)
            count += IsWide(character) ? 1 : 0;
        return count;
    }

    /// <summary>Length of the run in font sizes: an ideograph is one em wide, a Latin letter or digit about half.</summary>
    public static double Ems(this PdfWord word) => (word.Text.Length + word.WideCount()) / 2.0;

    /// <summary>Font size in points as the run's length tells it.</summary>
    public static double Em(this PdfWord word) => Math.Clamp(word.Length / word.Ems(), 1, Math.Max(1, word.Thickness));

    [GeneratedRegex(@"^\s*([-－−–+]?[0-9０-９][0-9０-９,，]*([.．][0-9０-９]+)?\s*(" + UnitPattern + @")?|[/／\\]|[-‐-―─━⸺⸻－−﹘﹣]{1,2}|无|無)\s*$")]
    private static partial Regex Figures();
}
