using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Segments of several lines → blocks: a wrapped header's lines stand below each other, at the closest spacing there is.</summary>
internal static class WordBlocks
{
    /// <summary>Share by which the spacing within a block may exceed the closest one found.</summary>
    private const double Looser = 1.2;

    /// <param name="columns">A header over several of them does not go on in one over a single column; what is over the same single one is its header, however spaced.</param>
    public static ImmutableArray<LineSegment> Of(IEnumerable<LineSegment> segments, FigureColumns columns)
    {
        bool AreSpanned(LineSegment segment) => columns.Under(segment.Box).Length > 1;
        bool AreOverOne(LineSegment upper, LineSegment lower) => columns.Under(upper.Box) is [var column] && columns.Under(lower.Box) is [var other] && column == other;
        var all = segments.OrderBy(segment => segment.Box.MiddleY).ToList();
        var pairs = Enumerable.Range(0, all.Count)
            .SelectMany(upper => Enumerable.Range(upper + 1, all.Count - upper - 1).Where(lower => IsBelow(all[upper], all[lower]) && AreSpanned(all[upper]) == AreSpanned(all[lower])).Take(1).Select(lower => (upper, lower))).ToList();
        var closest = pairs.Select(pair => Pitch(all[pair.upper], all[pair.lower])).DefaultIfEmpty(0).Min();
        var sets = new DisjointSets(all.Count);
        foreach (var (upper, lower) in pairs.Where(pair => Pitch(all[pair.upper], all[pair.lower]) <= closest * Looser || AreOverOne(all[pair.upper], all[pair.lower])))
            sets.Join(upper, lower);
        return [.. Enumerable.Range(0, all.Count).GroupBy(sets.Find).Select(block => Joined(block.Select(i => all[i])))];
    }

    /// <summary>In line with the upper one at its left, middle or right, and at most one line further down.</summary>
    private static bool IsBelow(LineSegment upper, LineSegment lower)
    {
        var slack = upper.Box.Height * 0.35;
        var isInLine = Math.Abs(upper.Box.MiddleX - lower.Box.MiddleX) < slack || Math.Abs(upper.Box.Left - lower.Box.Left) < slack || Math.Abs(upper.Box.Right - lower.Box.Right) < slack;
        return isInLine && Pitch(upper, lower) > upper.Box.Height * 0.6 && Pitch(upper, lower) < upper.Box.Height * 2;
    }

    private static double Pitch(LineSegment upper, LineSegment lower) => lower.Box.MiddleY - upper.Box.MiddleY;

    private static LineSegment Joined(IEnumerable<LineSegment> parts) => parts.Aggregate((all, part) => new LineSegment(all.Text + part.Text, all.Box.Union(part.Box)));
}
