using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>Lays merged ranges over the cells of a sheet: the first cell gets the spans, what the range covers goes; so does what is hidden.</summary>
internal static class MergedCells
{
    /// <summary>Ranges beyond this are a file built to take time; a workbook of a county's bodies has a few thousand.</summary>
    private const int MostRanges = 20_000;

    public static ImmutableArray<SheetCell> Of(List<SheetCell> cells, List<CellRange> ranges, ImmutableHashSet<int> hiddenRows, ImmutableHashSet<int> hiddenColumns, CancellationToken cancellation)
    {
        if (ranges.Count > MostRanges)
            throw SheetLimits.TooLarge();
        var byPlace = cells.GroupBy(cell => (cell.Row, cell.Column)).ToDictionary(group => group.Key, group => group.First());
        foreach (var range in ranges)
        {
            cancellation.ThrowIfCancellationRequested();
            Lay(Clipped(range), byPlace, hiddenRows, hiddenColumns);
        }
        return [.. byPlace.Values.Where(cell => !hiddenRows.Contains(cell.Row) && !hiddenColumns.Contains(cell.Column)).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)];
    }

    private static void Lay(CellRange range, Dictionary<(int Row, int Column), SheetCell> cells, ImmutableHashSet<int> hiddenRows, ImmutableHashSet<int> hiddenColumns)
    {
        if (!cells.TryGetValue((range.Top, range.Left), out var cell))
            return;
        foreach (var place in Covered(range, cells))
            cells.Remove(place);
        // The text of a merged cell whose first row or column is hidden shows in what is left of it.
        var (top, left) = (FirstShown(range.Top, range.Bottom, hiddenRows), FirstShown(range.Left, range.Right, hiddenColumns));
        cells[(top, left)] = cell with { Row = top, Column = left, RowSpan = range.Bottom - top + 1, ColumnSpan = range.Right - left + 1 };
    }

    /// <summary>Whichever is fewer: the places of the range, or the cells that there are.</summary>
    private static List<(int Row, int Column)> Covered(CellRange range, Dictionary<(int Row, int Column), SheetCell> cells)
    {
        var (height, width) = (range.Bottom - range.Top + 1, range.Right - range.Left + 1);
        return (long)height * width > cells.Count
            ? [.. cells.Keys.Where(place => place.Row >= range.Top && place.Row <= range.Bottom && place.Column >= range.Left && place.Column <= range.Right)]
            : [.. Enumerable.Range(range.Top, height).SelectMany(row => Enumerable.Range(range.Left, width).Select(column => (row, column)))];
    }

    private static int FirstShown(int first, int last, ImmutableHashSet<int> hidden)
    {
        var shown = first;
        while (shown < last && hidden.Contains(shown))
            shown++;
        return shown;
    }

    private static CellRange Clipped(CellRange range) =>
        range with { Bottom = Math.Min(range.Bottom, SheetLimits.Rows), Right = Math.Min(range.Right, SheetLimits.Columns) };
}
