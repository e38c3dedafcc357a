namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Takes out rows in which no cell begins: they are a second part of the row above.</summary>
internal static class EmptyRows
{
    public static DocumentTable Removed(DocumentTable table)
    {
        var begins = new bool[table.RowCount];
        foreach (var placed in table.Cells)
            begins[placed.Cell.Row] = true;
        if (Array.TrueForAll(begins, row => row))
            return table;
        var kept = new int[table.RowCount + 1];
        for (var row = 0; row < table.RowCount; row++)
            kept[row + 1] = kept[row] + (begins[row] ? 1 : 0);
        var cells = table.Cells.Select(placed => placed with
        {
            Cell = placed.Cell with
            {
                Row = kept[placed.Cell.Row],
                RowSpan = Math.Max(1, kept[placed.Cell.Row + placed.Cell.RowSpan] - kept[placed.Cell.Row]),
            },
        });
        return table with { RowCount = kept[^1], Cells = [.. cells.OrderBy(placed => placed.Cell.Row).ThenBy(placed => placed.Cell.Column)] };
    }
}
