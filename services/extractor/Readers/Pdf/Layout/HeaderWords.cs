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

    public static ImmutableArray<LineSegment> Of(TextLine line)
    {
        var parts = new List<(LineSegment Part, PdfWord Last)>();
        foreach (var word in line.Words)
        {
            if (parts.Count > 0 && parts[^1] is var (part, last) && Continues(part, last, word))
                parts[^1] = (new LineSegment(part.Text + word.Text, part.Box.Union(word.Box)), word);
            else
                parts.Add((new LineSegment(word.Text, word.Box), word));
        }
        return [.. parts.Select(pair => pair.Part)];
    }

    private static bool Continues(LineSegment part, PdfWord last, PdfWord word)
    {
        var gap = (word.Box.Left - last.Box.Right) / Math.Min(last.Em(), word.Em());
        return gap < (last.Text.Length == 1 && word.Text.Length == 1 && part.Text.Length < 4 ? WithinSpread : BetweenWords);
    }
}
