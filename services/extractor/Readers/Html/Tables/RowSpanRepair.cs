using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Tables;

/// <summary>
/// Places cells again where a rowspan is too long: it reaches into a row that has all its cells without it and pushes them out of the table. Such spans
/// end above that row. Nothing changes where most rows do not agree on a width.
/// </summary>
internal static class RowSpanRepair
{
    /// <summary>Each wrong span costs a pass; a table with more of them than the form has rows is beyond repair.</summary>
    private const int MostRepairs = 30;

    private const double MostRows = 0.6;

    public static List<PlacedCell> Place(IReadOnlyList<TableRows.TableRow> rows)
    {
        var cuts = new Dictionary<Box, int>();
        var placed = CellPlacement.Place(rows, cuts);
        for (var pass = 0; pass < MostRepairs && placed.Count > 0 && TooLong(rows.Count, placed) is { Count: > 0 } wrong; pass++)
        {
            wrong.ForEach(cell => cuts[cell.Cell.Box] = cell.RowSpan);
            placed = CellPlacement.Place(rows, cuts);
        }

        return placed;
    }

    /// <summary>The spans to cut for the first row that is too wide, with what is left of them.</summary>
    private static List<(PlacedCell Cell, int RowSpan)> TooLong(int rows, List<PlacedCell> placed)
    {
        var own = new int[rows];
        var total = new int[rows];
        foreach (var cell in placed)
        {
            own[cell.Row] += cell.ColumnSpan;
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                total[row] += cell.ColumnSpan;
            }
        }

        var usual = total.GroupBy(width => width).MaxBy(group => group.Count())!;
        if (usual.Count() < MostRows * rows)
        {
            return [];
        }

        var wide = Array.FindIndex(total, width => width > usual.Key);
        return wide < 0 ? [] : Cuts(placed, wide, usual.Key - own[wide]);
    }

    /// <summary>Spans from above that end soonest go first, until what is left of them fits beside the row's own cells.</summary>
    private static List<(PlacedCell Cell, int RowSpan)> Cuts(List<PlacedCell> placed, int row, int room)
    {
        var above = placed.Where(cell => cell.Row < row && cell.Row + cell.RowSpan > row).OrderBy(cell => cell.Row + cell.RowSpan).ToList();
        var width = above.Sum(cell => cell.ColumnSpan);
        var cuts = new List<(PlacedCell Cell, int RowSpan)>();
        foreach (var cell in above.TakeWhile(_ => width > room))
        {
            cuts.Add((cell, row - cell.Row));
            width -= cell.ColumnSpan;
        }

        return width == room ? cuts : [];
    }
}
