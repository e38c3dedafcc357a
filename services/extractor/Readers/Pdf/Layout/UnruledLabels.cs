using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// The labels of a table without rules. The rightmost part on a level is the row's own label; parts to its left name groups of rows. A label
/// may wrap over several lines with the figures in their middle.
/// </summary>
/// <param name="Rows">From the top; a row without figures prints nothing in its columns.</param>
internal sealed record UnruledLabels(ImmutableArray<UnruledLabels.Row> Rows, ImmutableArray<UnruledLabels.Group> Groups)
{
    /// <returns>Null where there are fewer labels than rows.</returns>
    public static UnruledLabels? Of(UnruledRegion region)
    {
        var parts = region.Rows.SelectMany(row => row.Labels).Concat(region.Fragments).OrderBy(part => part.Box.MiddleY).ToList();
        if (parts.Count == 0)
            return Unlabelled(region);
        var ownLabels = region.Rows.Select(row => row.Labels.LastOrDefault()).OfType<LineSegment>().ToHashSet();
        var besideGroups = parts.Where(part => parts.Exists(other => IsRightOf(part, other)) && !parts.Exists(other => IsRightOf(other, part))).ToList();
        // A group's label may stand between two of its rows, beside none.
        var ownColumn = besideGroups.Count > 1 ? besideGroups.Min(part => part.Box.Left) : double.MinValue;
        var groupParts = parts.Where(part => parts.Exists(other => IsRightOf(other, part)) || (part.Box.Right <= ownColumn && !ownLabels.Contains(part))).ToList();
        var own = parts.Except(groupParts).ToList();
        var rows = Assign(region, own);
        return rows is null ? null : new UnruledLabels(rows.Value, Grouping(groupParts, rows.Value));
    }

    private static UnruledLabels Unlabelled(UnruledRegion region) => new([.. region.Rows.Select(row => new Row("", row.Line.Box, row))], []);

    private static bool IsRightOf(LineSegment other, LineSegment part)
    {
        var overlap = Math.Min(other.Box.Bottom, part.Box.Bottom) - Math.Max(other.Box.Top, part.Box.Top);
        return other.Box.Left > part.Box.Right && overlap > part.Box.Height * 0.25;
    }

    private static ImmutableArray<Row>? Assign(UnruledRegion region, List<LineSegment> own)
    {
        var owners = LabelLines.Owners(own, region.Rows);
        if (owners is null)
            return null;
        var rows = region.Rows.Select((figures, i) => Labelled(own.Where((_, part) => owners.Value[part] == i), figures));
        var blank = Blank(own.Where((_, part) => owners.Value[part] < 0));
        return [.. rows.Concat(blank).OrderBy(row => row.Box.MiddleY)];
    }

    /// <summary>Rows without figures: a numbered line begins one, and the lines right below it that are not numbered go on.</summary>
    private static IEnumerable<Row> Blank(IEnumerable<LineSegment> lines)
    {
        var labels = new List<List<LineSegment>>();
        foreach (var line in lines)
        {
            if (labels.Count > 0 && Headings.IsNumbered(labels[^1][0].Text) && !Headings.IsNumbered(line.Text) && line.Box.Top - labels[^1][^1].Box.Bottom < line.Box.Height * 0.4)
                labels[^1].Add(line);
            else
                labels.Add([line]);
        }
        return labels.Select(label => Labelled(label, null));
    }

    private static Row Labelled(IEnumerable<LineSegment> label, FigureRow? figures)
    {
        var parts = label.ToList();
        var boxes = parts.Select(part => part.Box).Concat(figures?.Figures.Select(figure => figure.Box) ?? []);
        return new Row(string.Concat(parts.Select(part => part.Text)), parts.Count > 0 ? PdfBox.Around(parts.Select(part => part.Box)) : PdfBox.Around(boxes), figures);
    }

    private static ImmutableArray<Group> Grouping(List<LineSegment> parts, ImmutableArray<Row> rows)
    {
        var groups = ImmutableArray.CreateBuilder<Group>();
        var level = 0;
        foreach (var column in GroupColumns(parts))
        {
            var blocks = Blocks(column);
            // Rows whose own label reaches into the column of groups belong to none of them.
            var right = column.Max(part => part.Box.Right);
            var free = Enumerable.Range(0, rows.Length).Where(i => rows[i].Box.Left > right).ToList();
            if (free.Count < blocks.Count)
                continue;
            // Two labels beside the same row, which a page break may bring about, are one cell of it.
            groups.AddRange(Spans(blocks, free, rows).Zip(blocks).GroupBy(pair => pair.First).Select(group => new Group(
                string.Concat(group.Select(pair => pair.Second.Text)), level, group.Key.First, group.Key.Count, PdfBox.Around(group.Select(pair => pair.Second.Box)))));
            level++;
        }
        return groups.ToImmutable();
    }

    /// <summary>
    /// The rows of each group. A page break may cut the first and the last group, which then stand off the middle of their rows; unless there are
    /// several and all fit, each label is given the one row beside it, which is surely its own.
    /// </summary>
    private static IEnumerable<(int First, int Count)> Spans(List<LineSegment> blocks, List<int> free, ImmutableArray<Row> rows)
    {
        var pitch = rows.Length > 1 ? (rows[^1].Box.MiddleY - rows[0].Box.MiddleY) / (rows.Length - 1) : rows[0].Box.Height;
        var owners = CentredRuns.Share([.. free.Select(i => (rows[i].Box.Top, rows[i].Box.Bottom))], [.. blocks.Select(block => block.Box.MiddleY)], pitch * pitch * 4, pitch * pitch / 16)!.Value;
        var spans = blocks.Select((_, block) => (First: free[owners.IndexOf(block)], Last: free[owners.LastIndexOf(block)])).ToList();
        var fits = spans.Zip(blocks).All(pair => Math.Abs((rows[pair.First.First].Box.Top + rows[pair.First.Last].Box.Bottom) / 2 - pair.Second.Box.MiddleY) < pitch * 0.35);
        return fits && blocks.Count > 1
            ? spans.Select(span => (span.First, span.Last - span.First + 1))
            : blocks.Select(block => (free.MinBy(i => Math.Abs(rows[i].Box.MiddleY - block.Box.MiddleY)), 1));
    }

    /// <summary>Parts below each other make one column, from the left.</summary>
    private static IEnumerable<List<LineSegment>> GroupColumns(List<LineSegment> parts)
    {
        var column = new List<LineSegment>();
        foreach (var part in parts.OrderBy(part => part.Box.Left))
        {
            if (column.Count > 0 && part.Box.Left > column.Max(other => other.Box.Right))
            {
                yield return column;
                column = [];
            }
            column.Add(part);
        }
        if (column.Count > 0)
            yield return column;
    }

    /// <summary>Lines of a column at line spacing are one label.</summary>
    private static List<LineSegment> Blocks(List<LineSegment> column)
    {
        var blocks = new List<LineSegment>();
        foreach (var part in column.OrderBy(part => part.Box.Top))
        {
            if (blocks.Count > 0 && part.Box.Top - blocks[^1].Box.Bottom < part.Box.Height * 0.4)
                blocks[^1] = new LineSegment(blocks[^1].Text + part.Text, blocks[^1].Box.Union(part.Box));
            else
                blocks.Add(part);
        }
        return blocks;
    }

    /// <param name="Figures">Null for a label without figures.</param>
    internal sealed record Row(string Text, PdfBox Box, FigureRow? Figures);

    /// <param name="Level">Column of groups, from 0 at the left.</param>
    internal sealed record Group(string Text, int Level, int FirstRow, int RowCount, PdfBox Box);
}
