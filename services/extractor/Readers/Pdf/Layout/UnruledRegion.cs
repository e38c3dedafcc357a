using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>The lines of a page that make up one table without rules.</summary>
/// <param name="Headers">Lines above the first row that name columns, from the top.</param>
/// <param name="Rows">Lines with figures.</param>
/// <param name="Fragments">Parts of labels on lines without figures.</param>
internal sealed record UnruledRegion(
    ImmutableArray<TextLine> Headers, ImmutableArray<FigureRow> Rows, ImmutableArray<LineSegment> Fragments, FigureColumns Columns, ImmutableArray<TextLine> Lines)
{
    /// <summary>Distance between lines, in font sizes, that a table without rules does not exceed within its head or a label.</summary>
    private const double LargestPitch = 2.6;

    /// <returns>Null where the rows make no table: figures out of line, or too few of them to tell.</returns>
    public static UnruledRegion? Around(ImmutableArray<TextLine> lines, int first, int last, IReadOnlySet<TextLine> used)
    {
        var rows = lines[first..(last + 1)].Select(FigureRow.Of).OfType<FigureRow>().ToImmutableArray();
        if (FigureColumns.Of(rows) is not { } columns)
            return null;
        var headers = Above(lines, first, columns, used);
        if (columns.Extents.Length < 3 && headers.Headers.IsEmpty)
            return null;
        var inner = lines[first..(last + 1)].Where(line => FigureRow.Of(line) is null);
        var outer = headers.Labels.Concat(TailLabels(lines, last, columns));
        var fragmentLines = inner.Concat(outer).ToImmutableArray();
        return new UnruledRegion(headers.Headers, rows, [.. fragmentLines.SelectMany(line => line.Segments)], columns,
            [.. headers.Headers, .. rows.Select(row => row.Line), .. fragmentLines]);
    }

    /// <summary>Upwards from the first row: lines of labels alone that begin its label, then lines with something above the figures.</summary>
    private static (ImmutableArray<TextLine> Headers, ImmutableArray<TextLine> Labels) Above(ImmutableArray<TextLine> lines, int first, FigureColumns columns, IReadOnlySet<TextLine> used)
    {
        var above = new List<TextLine>();
        var lower = lines[first];
        for (var i = first - 1; i >= 0 && !used.Contains(lines[i]) && FigureRow.Of(lines[i]) is null; i--)
        {
            if (lower.Box.MiddleY - lines[i].Box.MiddleY > lower.Em * LargestPitch || IsProse(lines[i], columns) || IsSectionHeading(lines[i], columns))
                break;
            above.Add(lower = lines[i]);
        }
        bool NamesColumn(TextLine line) => line.Segments.Any(segment => segment.Box.MiddleX > columns.Borders()[0]);
        // Below the lowest header stand first lines of the first row's label; above the highest, only the rest of a corner text beside it.
        var labels = above.TakeWhile(line => !NamesColumn(line)).ToList();
        var headers = above.Skip(labels.Count).ToList();
        while (headers.Count > 1 && !NamesColumn(headers[^1]) && headers[^2].Box.Top > headers[^1].Box.Bottom)
            headers.RemoveAt(headers.Count - 1);
        headers.Reverse();
        return headers.Count > 0 ? ([.. headers], [.. labels]) : ([], []);
    }

    private static bool IsSectionHeading(TextLine line, FigureColumns columns) =>
        line.Segments.Length == 1 && line.Box.Left < columns.Extents[0].Start && Headings.IsNumbered(line.Text);

    private static IEnumerable<TextLine> TailLabels(ImmutableArray<TextLine> lines, int last, FigureColumns columns)
    {
        var upper = lines[last];
        for (var i = last + 1; i < lines.Length && FigureRow.Of(lines[i]) is null; i++)
        {
            var line = lines[i];
            // The rest of a label stands as close as its lines do, and left of the figures.
            if (line.Box.MiddleY - upper.Box.MiddleY > upper.Em * 1.5 || line.Box.Right > columns.Extents[0].Start || Headings.IsNumbered(line.Text))
                yield break;
            yield return line;
            upper = line;
        }
    }

    /// <summary>A line in one piece that runs from the labels well into the figures names no column.</summary>
    private static bool IsProse(TextLine line, FigureColumns columns) =>
        line.Segments.Length == 1 && line.Box.Left < columns.Extents[0].Start - line.Em && line.Box.Right > columns.Extents[0].Start + line.Em;
}
