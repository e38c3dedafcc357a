using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Puts two parts of a table together and makes one cell again of each that the page break cut.</summary>
internal static class CutCells
{
    /// <summary>Labels of one row: that of its group, and its own.</summary>
    private const int MostLabels = 2;

    public static DocumentTable Heal(DocumentTable above, DocumentTable below)
    {
        if (below.RowCount == 0)
            return above;
        var bottom = above.Cells.Where(placed => placed.Cell.Row + placed.Cell.RowSpan == above.RowCount).ToDictionary(placed => (placed.Cell.Column, placed.Cell.ColumnSpan));
        var areTwoRows = below.Cells.Any(lower => lower.Cell.Row == 0 && bottom.TryGetValue((lower.Cell.Column, lower.Cell.ColumnSpan), out var upper) && AreTwoFigures(upper.Cell, lower.Cell));
        var isTorn = IsTorn([.. below.Cells.Where(lower => lower.Cell.Row == 0 && bottom.ContainsKey((lower.Cell.Column, lower.Cell.ColumnSpan))).Select(lower => (bottom[(lower.Cell.Column, lower.Cell.ColumnSpan)].Cell, lower.Cell))]);
        var cells = above.Cells.ToDictionary(placed => (placed.Cell.Row, placed.Cell.Column));
        foreach (var lower in below.Cells)
        {
            var moved = lower.MovedDown(above.RowCount);
            if (lower.Cell.Row == 0 && bottom.TryGetValue((lower.Cell.Column, lower.Cell.ColumnSpan), out var upper)
                && ((isTorn && IsOfOneRow(upper.Cell, lower.Cell)) || (IsOneCell(upper.Cell, lower.Cell) && !(areTwoRows && IsOfOneRow(upper.Cell, lower.Cell)))))
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

    /// <summary>
    /// One row in spite of the rules that word processors draw at a break within it: its numbered label goes on without a number of its own, and
    /// all figures stand on one side.
    /// </summary>
    private static bool IsTorn(List<(TableCell Upper, TableCell Lower)> pairs)
    {
        var row = pairs.FindAll(pair => IsOfOneRow(pair.Upper, pair.Lower));
        var figures = row.FindAll(pair => IsFigureOrBlank(pair.Upper.Text) && IsFigureOrBlank(pair.Lower.Text));
        return row.Exists(pair => Headings.IsNumbered(pair.Upper.Text) && IsRest(pair.Lower.Text)) && figures.Count >= row.Count - MostLabels
            && figures.Exists(pair => (pair.Upper.Text + pair.Lower.Text).Length > 0)
            && (figures.TrueForAll(pair => pair.Upper.Text.Length == 0) || figures.TrueForAll(pair => pair.Lower.Text.Length == 0));
    }

    private static bool IsFigureOrBlank(string text) => text.Length == 0 || CharacterClass.IsFigure(text);

    private static bool IsRest(string text) => !IsFigureOrBlank(text) && !Headings.IsNumbered(text);

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
