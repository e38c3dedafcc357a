using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// Shares out the lines of labels among rows of figures: figures stand beside the first line of their label, in its middle or at its end. Where
/// labels are numbered, the numbers tell where one begins; else the places of the figures have to.
/// </summary>
internal static class LabelLines
{
    /// <summary>Spacing, in heights of a line, beyond which a line does not go on the one above.</summary>
    private const double LargestPitch = 1.7;

    /// <summary>Numbered labels from which on numbering is the rule; a table of two or three rows may number one by chance.</summary>
    private const int FewestNumbered = 4;

    /// <param name="lines">From the top.</param>
    /// <returns>For each line the index of its row, or -1 for a row without figures; null where there are fewer lines than rows.</returns>
    public static ImmutableArray<int>? Owners(IReadOnlyList<LineSegment> lines, ImmutableArray<FigureRow> rows)
    {
        var height = lines.Average(line => line.Box.Height);
        return Numbered(lines, rows)
            ?? BesideFirst(lines, rows, height)
            ?? CentredRuns.Share([.. lines.Select(line => (line.Box.Top, line.Box.Bottom))], [.. rows.Select(row => row.Middle)], height * height / 12, height * height / 12);
    }

    /// <returns>Null where labels are not numbered, or where the numbers would give a row no label or two.</returns>
    private static ImmutableArray<int>? Numbered(IReadOnlyList<LineSegment> lines, ImmutableArray<FigureRow> rows)
    {
        var starts = Enumerable.Range(0, lines.Count).Where(i => i == 0 || Headings.IsNumbered(lines[i].Text)).Append(lines.Count).ToList();
        if (starts.Count <= FewestNumbered)
            return null;
        var owners = Enumerable.Repeat(-1, lines.Count).ToArray();
        var taken = new HashSet<int>();
        for (var label = 0; label + 1 < starts.Count; label++)
        {
            var (top, bottom) = (lines[starts[label]].Box, lines[starts[label + 1] - 1].Box);
            var inside = Enumerable.Range(0, rows.Length).Where(row => rows[row].Middle > top.Top && rows[row].Middle < bottom.Bottom).ToList();
            if (inside.Count > 1 || !inside.TrueForAll(taken.Add))
                return null;
            if (inside.Count == 1)
                Array.Fill(owners, inside[0], starts[label], starts[label + 1] - starts[label]);
        }
        return taken.Count == rows.Length ? [.. owners] : null;
    }

    /// <returns>Null where some label does not begin on the line of its figures.</returns>
    private static ImmutableArray<int>? BesideFirst(IReadOnlyList<LineSegment> lines, ImmutableArray<FigureRow> rows, double height)
    {
        var owners = lines.Select(line => RowBeside(line, rows, height)).ToArray();
        if (rows.Where((_, row) => !owners.Contains(row)).Any())
            return null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (owners[i] >= 0)
                continue;
            var (above, below) = (i > 0 ? Pitch(lines[i - 1], lines[i]) : double.MaxValue, i + 1 < lines.Count ? Pitch(lines[i], lines[i + 1]) : double.MaxValue);
            var beginsLabel = Headings.IsNumbered(lines[i].Text);
            // A label that begins above the line of its figures has them in its middle.
            if (below < above * 0.9 || (beginsLabel && i + 1 < lines.Count && below <= above * 1.1 && !Headings.IsNumbered(lines[i + 1].Text) && RowBeside(lines[i + 1], rows, height) >= 0))
                return null;
            owners[i] = !beginsLabel && above <= height * LargestPitch && i > 0 ? owners[i - 1] : -1;
        }
        return [.. owners];
    }

    private static int RowBeside(LineSegment line, ImmutableArray<FigureRow> rows, double height)
    {
        var nearest = Enumerable.Range(0, rows.Length).MinBy(row => Math.Abs(rows[row].Middle - line.Box.MiddleY));
        return Math.Abs(rows[nearest].Middle - line.Box.MiddleY) < height * 0.3 ? nearest : -1;
    }

    private static double Pitch(LineSegment upper, LineSegment lower) => lower.Box.MiddleY - upper.Box.MiddleY;
}
