using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// A line of headers → the header of each column. Columns may be closer than the words of prose, and short headers are spread out (总　计), so
/// gaps are judged by what they part: words of several characters, or single ones.
/// </summary>
internal static class HeaderWords
{
    /// <summary>Font sizes between two words of several characters that make them two headers.</summary>
    private const double BetweenWords = 0.4;

    /// <summary>Font sizes between single characters up to which they are one header, spread out.</summary>
    private const double WithinSpread = 1.3;

    /// <summary>Widths of a character by which a word below another as long may stand beside it.</summary>
    private const double Stacked = 0.25;

    /// <param name="columns">Words of several characters over the figures of two of them, or of one and left of all or of where those figures begin, are two headers.</param>
    /// <param name="head">All lines of headers: of narrow columns the characters, or pairs of them, stand below each other, so that two beside each other are of two headers.</param>
    public static ImmutableArray<LineSegment> Of(TextLine line, IReadOnlyList<TextLine> head, FigureColumns columns)
    {
        var parts = new List<(LineSegment Part, PdfWord Last)>();
        foreach (var word in line.Words)
        {
            if (parts.Count > 0 && parts[^1] is var (part, last) && Continues(part, last, word, IsStacked(last, line, head) && IsStacked(word, line, head)) && !AreOverTwo(last, word, columns))
                parts[^1] = (new LineSegment(part.Text + word.Text, part.Box.Union(word.Box)), word);
            else
                parts.Add((new LineSegment(word.Text, word.Box), word));
        }
        return [.. parts.Select(pair => pair.Part)];
    }

    private static bool AreOverTwo(PdfWord last, PdfWord word, FigureColumns columns)
    {
        if (last.Text.Length == 1 || word.Text.Length == 1 || columns.Under(word.Box) is not [var right])
            return false;
        var isAtSide = Math.Abs(columns.Extents[right].Start - word.Box.Left) < Stacked * word.Em();
        return columns.Under(last.Box) is [var left] ? left != right : last.Box.Right < columns.Extents[isAtSide ? right : 0].Start;
    }

    private static bool IsStacked(PdfWord word, TextLine line, IReadOnlyList<TextLine> head) => head.Any(other => other != line
        && other.Words.Any(above => above.Text.Length == word.Text.Length && Math.Abs(above.Box.MiddleX - word.Box.MiddleX) < Stacked * word.Em()));

    private static bool Continues(LineSegment part, PdfWord last, PdfWord word, bool areStacked)
    {
        var gap = (word.Box.Left - last.Box.Right) / Math.Min(last.Em(), word.Em());
        var areSingle = last.Text.Length == 1 && word.Text.Length == 1;
        return gap < (!areStacked && areSingle && part.Text.Length < 4 ? WithinSpread : BetweenWords) && !(areStacked && !areSingle);
    }
}
