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

    /// <summary>Times the distance of its closest rows within which its head is.</summary>
    private const double Looser = 1.1;

    /// <summary>Distance between the lines of a label, in font sizes; headings keep more.</summary>
    private const double WrappedPitch = 1.5;

    /// <summary>Font sizes that a line in one piece may have over columns; one of prose is longer.</summary>
    private const double WidestHeader = 20;

    /// <param name="carried">Columns of the table at the end of the page before, which may go on here without its header; null where there is none.</param>
    /// <returns>Null where the rows make no table: figures out of line, or too few of them to tell.</returns>
    public static UnruledRegion? Around(ImmutableArray<TextLine> lines, int first, int last, IReadOnlySet<TextLine> used, FigureColumns? carried)
    {
        var rows = lines[first..(last + 1)].Select(FigureRow.Of).OfType<FigureRow>().ToImmutableArray();
        if (FigureColumns.Of(rows) is not { } columns)
            return null;
        var reach = Reach(lines, first, rows, columns);
        // A header that fits no column must not put two figures of a row into one.
        var headed = HeadedColumns.Of(columns, HeaderParts(lines, first, LabelEnds(lines[first..(last + 1)], columns), columns, used, reach));
        columns = headed.Hold(rows) ? headed : columns;
        var headers = Above(lines, first, columns, used, reach);
        var goesOn = headers.Headers.IsEmpty && carried is not null && carried.Extents.Length >= columns.Extents.Length && carried.Hold(rows);
        if (goesOn)
            columns = carried!;
        if (columns.Extents.Length < 3 && headers.Headers.IsEmpty)
            return null;
        var inner = lines[first..(last + 1)].Where(line => FigureRow.Of(line) is null);
        var outer = (headers.Headers.IsEmpty && !goesOn ? [] : headers.Labels).Concat(TailLabels(lines, last, rows, columns));
        var fragmentLines = inner.Concat(outer).ToImmutableArray();
        return new UnruledRegion([.. headers.Headers.SkipLast(1), .. headers.Headers.TakeLast(1).Select(line => TouchingHeaders.Apart(line, columns))], rows, [.. fragmentLines.SelectMany(line => line.Segments)], columns,
            [.. headers.Headers, .. rows.Select(row => row.Line), .. fragmentLines]);
    }

    /// <summary>Points above the first row, or above labels without figures before it, within which a line that names every column is its head, where rows are far apart; else 0.</summary>
    private static double Reach(ImmutableArray<TextLine> lines, int first, ImmutableArray<FigureRow> rows, FigureColumns columns)
    {
        var labels = lines[..first].Reverse().TakeWhile(line => line.Box.Right < columns.Extents[0].Start).ToList();
        var middles = labels.Select(line => line.Box.MiddleY).Reverse().Concat(rows.Select(row => row.Middle)).ToList();
        return labels.Count < first && middles.Count > 1 && columns.AreNamedBy(TouchingHeaders.Apart(lines[first - 1 - labels.Count], columns))
            ? Looser * middles.Zip(middles.Skip(1), (upper, lower) => lower - upper).Min() : 0;
    }

    /// <summary>x at which the labels of the rows end; the least there is where they have none.</summary>
    private static double LabelEnds(ImmutableArray<TextLine> region, FigureColumns columns) =>
        region.SelectMany(line => line.Segments).Where(segment => !CharacterClass.IsFigure(segment.Text) && segment.Box.Right < columns.Extents[0].Start)
            .Select(segment => segment.Box.Right).DefaultIfEmpty(double.MinValue).Max();

    /// <summary>What stands above the rows and to the right of their labels, and may name columns in which no row has a figure.</summary>
    private static List<ImmutableArray<LineSegment>> HeaderParts(ImmutableArray<TextLine> lines, int first, double labelEnds, FigureColumns columns, IReadOnlySet<TextLine> used, double reach)
    {
        var head = new List<TextLine>();
        var lower = lines[first];
        for (var i = first - 1; i >= 0 && !used.Contains(lines[i]) && FigureRow.Of(lines[i]) is null; i--)
        {
            var line = lines[i];
            var isProse = line.Segments.Length == 1 && !columns.AreHeadedBy(line) && ((line.Box.Width > line.Em * WidestHeader && line.Box.Right > columns.Extents[0].Start) || (line.Box.Left < labelEnds - line.Em && line.Box.Right > Math.Max(labelEnds + line.Em, columns.Extents[0].Start)));
            if (lower.Box.MiddleY - line.Box.MiddleY > Farthest(lower, columns, reach) || isProse || IsSectionHeading(line, lower, new FigureColumns([(labelEnds, labelEnds)])))
                break;
            head.Add(lower = line);
        }
        return head.ConvertAll(line => HeaderWords.Of(line, head, columns).Where(part => part.Box.Left > labelEnds).ToImmutableArray());
    }

    /// <summary>Points above a line within which the next one of the head is.</summary>
    private static double Farthest(TextLine lower, FigureColumns columns, double reach) =>
        reach > 0 && (lower.Box.Right < columns.Extents[0].Start || FigureRow.Of(lower) is not null) ? Math.Max(lower.Em * LargestPitch, reach) : lower.Em * LargestPitch;

    /// <summary>Upwards from the first row: lines of labels alone that begin its label, then lines with something above the figures.</summary>
    private static (ImmutableArray<TextLine> Headers, ImmutableArray<TextLine> Labels) Above(ImmutableArray<TextLine> lines, int first, FigureColumns columns, IReadOnlySet<TextLine> used, double reach)
    {
        var above = new List<TextLine>();
        var lower = lines[first];
        for (var i = first - 1; i >= 0 && !used.Contains(lines[i]) && FigureRow.Of(lines[i]) is null; i--)
        {
            if (lower.Box.MiddleY - lines[i].Box.MiddleY > Farthest(lower, columns, reach) || IsProse(lines[i], columns) || IsSectionHeading(lines[i], lower, columns))
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
        return headers.Count > 0 ? ([.. headers], [.. labels]) : ([], Wrapped(lines[first], labels));
    }

    /// <summary>Those lines of labels that follow the row upwards at line spacing.</summary>
    private static ImmutableArray<TextLine> Wrapped(TextLine row, List<TextLine> labels)
    {
        var count = 0;
        for (var lower = row; count < labels.Count && lower.Box.MiddleY - labels[count].Box.MiddleY <= lower.Em * WrappedPitch; count++)
            lower = labels[count];
        return [.. labels.Take(count)];
    }

    /// <summary>A numbered line in one piece; but the first line of a label that wraps stands at line spacing above the rest of it.</summary>
    private static bool IsSectionHeading(TextLine line, TextLine lower, FigureColumns columns) =>
        line.Segments.Length == 1 && line.Box.Left < columns.Extents[0].Start + (line.Em / 2) && Headings.IsNumbered(line.Text)
        && (line.Box.Right > columns.Extents[0].Start || lower.Box.MiddleY - line.Box.MiddleY > lower.Em * WrappedPitch);

    private static IEnumerable<TextLine> TailLabels(ImmutableArray<TextLine> lines, int last, ImmutableArray<FigureRow> rows, FigureColumns columns)
    {
        var upper = lines[last];
        var left = rows.SelectMany(row => row.Labels).Select(label => label.Box.Left).DefaultIfEmpty(double.MaxValue).Min();
        for (var i = last + 1; i < lines.Length && FigureRow.Of(lines[i]) is null; i++)
        {
            var line = lines[i];
            // The rest of a label stands as close as its lines do, and left of the figures; a number behind labels of groups begins another.
            var beginsLabel = Headings.IsNumbered(line.Text) && line.Box.Left >= left + line.Em;
            if (line.Box.MiddleY - upper.Box.MiddleY > upper.Em * (beginsLabel ? LargestPitch : WrappedPitch)
                || line.Box.Right > columns.Extents[0].Start || (Headings.IsNumbered(line.Text) && !beginsLabel))
                yield break;
            yield return line;
            upper = line;
        }
    }

    /// <summary>A line in one piece that runs from the labels well into the figures names no column.</summary>
    private static bool IsProse(TextLine line, FigureColumns columns) =>
        line.Segments.Length == 1 && line.Box.Left < columns.Extents[0].Start - line.Em && line.Box.Right > columns.Extents[0].Start + line.Em && !columns.AreHeadedBy(line);
}
