using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// A row outside of any table whose label takes two lines has its figures between them, on a line of their own. The three are one line again, so that
/// the figures are neither a page number nor nobody's.
/// </summary>
internal static class LabelsInTwoLines
{
    /// <summary>Font sizes from one line of the label to the other.</summary>
    private const double LargestPitch = 2.6;

    /// <summary>Font sizes within which the figures stand in the middle, and the lines of the label share their left side or their middle.</summary>
    private const double Aligned = 0.35;

    /// <param name="lines">Lines outside of tables, from top to bottom.</param>
    public static ImmutableArray<TextLine> Joined(ImmutableArray<TextLine> lines)
    {
        var joined = lines.ToBuilder();
        for (var i = 1; i < joined.Count - 1; i++)
        {
            if (!IsRow(joined[i - 1], joined[i], joined[i + 1]))
                continue;
            joined[i - 1] = new TextLine([joined[i - 1].Words[0].With(joined[i + 1].Words[0]), .. joined[i].Words], [1, .. (joined[i].Columns ?? []).Select(column => column + 1)]);
            joined.RemoveRange(i, 2);
        }
        return joined.Count == lines.Length ? lines : joined.ToImmutable();
    }

    private static bool IsRow(TextLine upper, TextLine figures, TextLine lower)
    {
        var slack = Aligned * upper.Em;
        return figures.Segments.All(segment => CharacterClass.IsFigure(segment.Text)) && IsLabel(upper) && IsLabel(lower) && !Headings.IsNumbered(lower.Text)
            && Math.Max(upper.Box.Right, lower.Box.Right) < figures.Box.Left
            && lower.Box.MiddleY - upper.Box.MiddleY < LargestPitch * upper.Em && Math.Abs(((upper.Box.MiddleY + lower.Box.MiddleY) / 2) - figures.Box.MiddleY) < slack
            && (Math.Abs(upper.Box.Left - lower.Box.Left) < slack || Math.Abs(upper.Box.MiddleX - lower.Box.MiddleX) < slack);
    }

    private static bool IsLabel(TextLine line) => line.Words is [{ Turn: QuarterTurn.None }] && !CharacterClass.IsFigure(line.Text);
}
