using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Puts two parts of a table together and makes one cell again of each that the page break cut.</summary>
internal static class CutCells
{
    public static DocumentTable Heal(DocumentTable above, DocumentTable below)
    {
        if (below.RowCount == 0)
            return above;
        var bottom = above.Cells.Where(placed => placed.Cell.Row + placed.Cell.RowSpan == above.RowCount).ToDictionary(placed => (placed.Cell.Column, placed.Cell.ColumnSpan));
        var areTwoRows = below.Cells.Any(lower => lower.Cell.Row == 0 && bottom.TryGetValue((lower.Cell.Column, lower.Cell.ColumnSpan), out var upper) && AreTwoFigures(upper.Cell, lower.Cell));
        var cells = above.Cells.ToDictionary(placed => (placed.Cell.Row, placed.Cell.Column));
        foreach (var lower in below.Cells)
        {
            var moved = lower.MovedDown(above.RowCount);
            if (lower.Cell.Row == 0 && bottom.TryGetValue((lower.Cell.Column, lower.Cell.ColumnSpan), out var upper) && IsOneCell(upper.Cell, lower.Cell) && !(areTwoRows && IsOfOneRow(upper.Cell, lower.Cell)))
                cells[(upper.Cell.Row, upper.Cell.Column)] = Joined(upper, lower);
            else
                cells.Add((moved.Cell.Row, moved.Cell.Column), moved);
        }
        var joined = above with { RowCount = above.RowCount + below.RowCount, Cells = [.. cells.Values] };
        return EmptyRows.Removed(joined);
    }

    /// <summary>
    /// The parts are one cell when no rule closes the upper one nor opens the lower one. Word processors draw both rules all the same; then a
    /// lower part that spans rows and is empty can only be the rest of a label above.
    /// </summary>
    private static bool IsOneCell(TableCell upper, TableCell lower) =>
        (upper.IsOpenBelow && lower.IsOpenAbove)
        || (lower.Text.Length == 0 && upper.Text.Length > 0 && !CharacterClass.IsFigure(upper.Text) && lower.RowSpan > 1);

    // A page may break between two rows where no rule is drawn: a cell that it cuts says its figure above or below, not both.
    private static bool AreTwoFigures(TableCell upper, TableCell lower) => IsOfOneRow(upper, lower) && CharacterClass.IsFigure(upper.Text) && CharacterClass.IsFigure(lower.Text);

    private static bool IsOfOneRow(TableCell upper, TableCell lower) => upper.RowSpan == 1 && lower.RowSpan == 1;

    private static LocatedCell Joined(LocatedCell upper, LocatedCell lower) => new(
        upper.Cell with { RowSpan = upper.Cell.RowSpan + lower.Cell.RowSpan, Text = Joined(upper.Cell.Text, lower.Cell.Text), IsOpenBelow = lower.Cell.IsOpenBelow },
        upper.Cell.Text.Length > 0 ? upper.Source : lower.Source);

    // No figure is so long that a page cuts it.
    private static string Joined(string upper, string lower) =>
        upper.Length > 0 && lower.Length > 0 && Numerals.Are(upper[^1], lower[0]) ? $"{upper}{Numerals.Break}{lower}" : upper + lower;
}
