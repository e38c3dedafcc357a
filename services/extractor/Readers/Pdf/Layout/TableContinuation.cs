using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Joins tables that a page break cut: the next thing on the next page is a table with the same outer borders and agreeing columns.</summary>
internal static class TableContinuation
{
    /// <summary>Points by which a border guessed from one page's figures may differ from another's: a digit more or less on each side.</summary>
    private const double InferredTolerance = 10;

    /// <param name="run">Tables with nothing but page margins between them.</param>
    public static IEnumerable<DocumentTable> Join(ImmutableArray<FlowItem> run)
    {
        DocumentTable? open = null;
        UprightPage? page = null;
        foreach (var item in run)
        {
            var table = DocumentTable.Of(item.Page, item.Table!);
            var joined = open is not null && GoesOn(page!, item.Page) ? TryJoin(open, table) : null;
            if (open is not null && joined is null)
                yield return open;
            open = joined ?? table;
            page = item.Page;
        }
        if (open is not null)
            yield return open;
    }

    /// <summary>On the next page, or in the next column of the same one.</summary>
    private static bool GoesOn(UprightPage before, UprightPage after) => before.Number + 1 == after.Number || (before.Number == after.Number && before != after);

    private static DocumentTable? TryJoin(DocumentTable upper, DocumentTable lower)
    {
        if (upper.InferredLabelColumns is { } labels && lower.InferredLabelColumns is { } others)
            return TryJoinInferred(upper, labels, lower, others);
        if (CommonColumns(upper.Columns, lower.Columns) is not { } columns)
            return null;
        var (above, below) = (Spread(upper, columns), Spread(lower, columns));
        below = WithoutRepeatedHeader(above, below);
        return CutCells.Heal(above, below);
    }

    /// <summary>Without rules the figure columns must agree; label columns are counted from the figures, because a part may lack the outer ones.</summary>
    private static DocumentTable? TryJoinInferred(DocumentTable upper, int labels, DocumentTable lower, int others)
    {
        var (above, below) = (upper.Columns[labels..], lower.Columns[others..]);
        // Borders between figures lie in the middle of their gap, which is wider or narrower on each page.
        if (above.Length != below.Length || above.Length < 3 || above.Zip(below).Any(pair => Math.Abs(pair.First - pair.Second) > InferredTolerance))
            return null;
        var count = Math.Max(labels, others);
        var (left, right) = (upper.WithLabelColumns(count), lower.WithLabelColumns(count));
        return CutCells.Heal(left, WithoutRepeatedHeader(left, right));
    }

    /// <summary>Columns of labels that a part may lack at its left: browsers do not draw cells that span from the page before.</summary>
    private const int MostLacking = 2;

    /// <returns>The finer of two agreeing sets of borders; null when the outer borders differ or neither holds the other.</returns>
    private static ImmutableArray<double>? CommonColumns(ImmutableArray<double> one, ImmutableArray<double> other)
    {
        var (finer, coarser) = one.Length >= other.Length ? (one, other) : (other, one);
        var agrees = finer.Take(1 + MostLacking).Any(x => Near(x, coarser[0])) && Near(finer[^1], coarser[^1]) && coarser.All(x => finer.Any(y => Near(x, y)));
        return agrees ? finer : null;
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) <= JoinedRules.Tolerance;

    /// <summary>The same table on a finer set of columns.</summary>
    private static DocumentTable Spread(DocumentTable table, ImmutableArray<double> columns)
    {
        var map = table.Columns.Select(x => Enumerable.Range(0, columns.Length).MinBy(i => Math.Abs(columns[i] - x))).ToArray();
        var cells = table.Cells.Select(placed => placed with
        {
            Cell = placed.Cell with { Column = map[placed.Cell.Column], ColumnSpan = map[placed.Cell.Column + placed.Cell.ColumnSpan] - map[placed.Cell.Column] },
        });
        return table with { Columns = columns, Cells = [.. cells] };
    }

    /// <summary>Drops the first rows of the lower part when they repeat the head of the upper one cell for cell.</summary>
    private static DocumentTable WithoutRepeatedHeader(DocumentTable above, DocumentTable below)
    {
        var repeated = 0;
        for (var row = 0; row < Math.Min(above.RowCount, below.RowCount) && Same(RowOf(above, row), RowOf(below, row)); row++)
        {
            if (RowOf(below, row).Any(placed => CharacterClass.IsFigure(placed.Cell.Text)))
                break;
            // A row in which a cell from above still spans does not end the head.
            if (below.Cells.All(placed => placed.Cell.Row > row || placed.Cell.Row + placed.Cell.RowSpan <= row + 1))
                repeated = row + 1;
        }
        if (repeated == 0 || !RowOf(below, 0).Any(placed => placed.Cell.Text.Length > 0))
            return below;
        var cells = below.Cells.Where(placed => placed.Cell.Row >= repeated).Select(placed => placed.MovedDown(-repeated));
        return below with { RowCount = below.RowCount - repeated, Cells = [.. cells] };
    }

    private static IEnumerable<LocatedCell> RowOf(DocumentTable table, int row) => table.Cells.Where(placed => placed.Cell.Row == row);

    private static bool Same(IEnumerable<LocatedCell> one, IEnumerable<LocatedCell> other) =>
        one.Select(Key).SequenceEqual(other.Select(Key));

    private static (int, int, int, string) Key(LocatedCell placed) => (placed.Cell.Column, placed.Cell.ColumnSpan, placed.Cell.RowSpan, placed.Cell.Text);
}
