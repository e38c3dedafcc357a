namespace Pipeline.Extractor.Readers.Html.Tables;

/// <summary>
/// Closes up columns and rows that no cell starts in: they come from spans larger than the table, and a browser gives them no width. Each merges into
/// its left (upper) neighbour, which every cell over it covers too.
/// </summary>
internal static class GridClosing
{
    public static List<PlacedCell> Close(IReadOnlyCollection<PlacedCell> cells)
    {
        var columns = StartsBefore(cells.Select(cell => (cell.Column, cell.ColumnSpan)));
        var rows = StartsBefore(cells.Select(cell => (cell.Row, cell.RowSpan)));
        return cells.Select(cell => cell with
        {
            Row = rows[cell.Row],
            Column = columns[cell.Column],
            RowSpan = rows[cell.Row + cell.RowSpan] - rows[cell.Row],
            ColumnSpan = columns[cell.Column + cell.ColumnSpan] - columns[cell.Column],
        }).ToList();
    }

    /// <summary>For each column (row), and for the end of the table, in how many before it a cell starts.</summary>
    private static int[] StartsBefore(IEnumerable<(int Start, int Span)> cells)
    {
        var places = cells.ToList();
        var before = new int[places.Count == 0 ? 1 : places.Max(place => place.Start + place.Span) + 1];
        foreach (var (start, _) in places)
            before[start] = 1;
        var count = 0;
        for (var i = 0; i < before.Length; i++)
            (before[i], count) = (count, count + before[i]);
        return before;
    }
}
