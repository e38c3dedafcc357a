namespace Pipeline.Extractor.Readers.Html.Tables;

/// <summary>
/// Closes up columns and rows that no cell starts in: they come from spans larger than the table, and a browser gives them no width. Each merges into
/// its left (upper) neighbour, which every cell over it covers too.
/// </summary>
internal static class GridClosing
{
    public static List<PlacedCell> Close(IReadOnlyCollection<PlacedCell> cells)
    {
        var columns = Renumber(cells.Select(cell => cell.Column));
        var rows = Renumber(cells.Select(cell => cell.Row));
        return cells.Select(cell =>
        {
            var (row, rowSpan) = Closed(rows, cell.Row, cell.RowSpan);
            var (column, columnSpan) = Closed(columns, cell.Column, cell.ColumnSpan);
            return cell with { Row = row, Column = column, RowSpan = rowSpan, ColumnSpan = columnSpan };
        }).ToList();
    }

    private static int[] Renumber(IEnumerable<int> starts) => starts.Distinct().Order().ToArray();

    private static (int Start, int Span) Closed(int[] starts, int start, int span)
    {
        var first = Array.BinarySearch(starts, start);
        var end = Array.BinarySearch(starts, start + span);
        return (first, (end < 0 ? ~end : end) - first);
    }
}
