using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A region → a grid: header rows, then one row for each row of figures or label without any, with group labels, labels and figures.</summary>
internal static class UnruledGrid
{
    /// <returns>Null where labels cannot be told to belong to rows.</returns>
    public static TableGrid? Of(UnruledRegion region)
    {
        if (UnruledLabels.Of(region) is not { } labels)
            return null;
        var hasLabels = labels.Rows.Any(row => row.Text.Length > 0);
        var labelColumns = hasLabels ? labels.Groups.Select(group => group.Level + 1).DefaultIfEmpty(0).Max() + 1 : 0;
        var headers = UnruledHeaders.Of(region);
        var headerRows = region.Headers.IsEmpty ? 0 : headers.Spanning.Length + 1;
        var cells = HeaderCells(headers, headerRows, labelColumns)
            .Concat(labels.Rows.SelectMany((row, index) => RowCells(region, row, headerRows + index, labelColumns)))
            .Concat(labels.Groups.Select(group => new TableCell(headerRows + group.FirstRow, group.Level, group.RowCount, 1, group.Box) { Text = group.Text }));
        return new TableGrid(Borders(region, labelColumns), RowBorders(region, headerRows, labels), [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)])
        {
            InferredLabelColumns = labelColumns,
            InferredColumns = region.Columns,
        };
    }

    private static IEnumerable<TableCell> HeaderCells(UnruledHeaders headers, int headerRows, int labelColumns)
    {
        if (headers.Corner is { } corner && labelColumns > 0)
            yield return new TableCell(0, 0, headerRows, labelColumns, corner.Box) { Text = corner.Text };
        var levels = headers.Spanning.Add(headers.Own);
        for (var row = 0; row < levels.Length; row++)
        {
            foreach (var (words, first, last) in levels[row])
                yield return new TableCell(row, labelColumns + first, 1, last - first + 1, words.Box) { Text = words.Text };
        }
    }

    private static IEnumerable<TableCell> RowCells(UnruledRegion region, UnruledLabels.Row row, int index, int labelColumns)
    {
        if (row.Text.Length > 0)
            yield return new TableCell(index, labelColumns - 1, 1, 1, row.Box) { Text = row.Text };
        var places = row.Figures is null ? [] : region.Columns.Places(row.Figures)!.Value;
        for (var column = 0; column < region.Columns.Extents.Length; column++)
        {
            var place = places.IndexOf(column);
            var (start, end) = region.Columns.Extents[column];
            // An empty place is a cell that prints nothing.
            yield return place >= 0
                ? new TableCell(index, labelColumns + column, 1, 1, row.Figures!.Figures[place].Box) { Text = row.Figures.Figures[place].Text }
                : new TableCell(index, labelColumns + column, 1, 1, new PdfBox(start, row.Box.Top, end, row.Box.Bottom));
        }
    }

    private static ImmutableArray<double> Borders(UnruledRegion region, int labelColumns)
    {
        var figures = region.Columns.Borders();
        var left = Math.Min(figures[0], region.Lines.Min(line => line.Box.Left));
        // Label columns have borders only to be counted: their cells carry their own boxes.
        return [.. Enumerable.Range(0, labelColumns).Select(i => left + (figures[0] - left) * i / labelColumns), .. figures];
    }

    private static ImmutableArray<double> RowBorders(UnruledRegion region, int headerRows, UnruledLabels labels)
    {
        var (top, body, bottom) = (region.Lines.Min(line => line.Box.Top), labels.Rows[0].Box.Top, region.Lines.Max(line => line.Box.Bottom));
        return [.. Enumerable.Range(0, headerRows).Select(i => top + (body - top) * i / headerRows), .. labels.Rows.Select(row => row.Box.Top), bottom];
    }
}
