using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Tables;

/// <summary>
/// Opens tables within the cells of a table where a person sees one table: each stands alone in its cell, beside a label in the same row, and its
/// columns (rows) agree with those of the other cells in the same outer column (row).
/// </summary>
internal static class NestedTables
{
    /// <summary>All tables of a report together have some 500 cells; opening compares each with each.</summary>
    private const int MostCells = 2_000;

    /// <summary>Null where the inner tables are tables of their own.</summary>
    public static List<PlacedCell>? Open(IReadOnlyList<PlacedCell> cells)
    {
        if (cells.Count > MostCells)
        {
            return null;
        }

        var parts = cells.Select(cell => new Part(cell, TableNature.HoldsPage(cell.Box) ? InnerCells(cell.Box) : [])).ToList();
        var rows = cells.Max(cell => cell.Row + cell.RowSpan);
        if (rows < 2 || parts.Exists(part => part.Inner is null) || !parts.Where(part => part.Opens).All(part => HasLabelBeside(part.Outer, parts)))
        {
            return null;
        }

        var heights = Sizes(parts, rows, part => (part.Outer.Row, part.Outer.RowSpan, part.Rows));
        var widths = Sizes(parts, cells.Max(cell => cell.Column + cell.ColumnSpan), part => (part.Outer.Column, part.Outer.ColumnSpan, part.Columns));
        return heights is null || widths is null ? null : parts.SelectMany(part => part.Spread(heights, widths)).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToList();
    }

    private static bool HasLabelBeside(PlacedCell cell, List<Part> parts) => parts.Exists(part =>
        !part.Opens && part.Outer.Box.TextLength > 0 && part.Outer.Row <= cell.Row && part.Outer.Row + part.Outer.RowSpan > cell.Row);

    /// <summary>Cells of the only table that the box holds; null where it holds more than that.</summary>
    private static List<PlacedCell>? InnerCells(Box box)
    {
        while (box.Kind != BoxKind.Table)
        {
            var filled = box.Children.Where(child => child.TextLength > 0 || child.HoldsTables).ToList();
            if (filled is not [{ IsElement: true } only])
            {
                return null;
            }

            box = only;
        }

        var cells = CellPlacement.Place(TableRows.Of(box));
        return cells.Exists(cell => TableNature.HoldsPage(cell.Box)) ? Open(cells) : GridClosing.Close(cells);
    }

    /// <summary>How many columns (rows) each outer column (row) opens into; null where its cells do not agree.</summary>
    private static int[]? Sizes(List<Part> parts, int count, Func<Part, (int Start, int Span, int Inner)> measure)
    {
        var sizes = Enumerable.Repeat(1, count).ToArray();
        foreach (var (start, span, inner) in parts.Select(measure).Where(part => part.Span == 1))
        {
            sizes[start] = Math.Max(sizes[start], inner);
        }

        return parts.Select(measure).All(part => part.Inner == 1 || part.Inner == sizes.AsSpan(part.Start, part.Span).ToArray().Sum()) ? sizes : null;
    }

    private sealed record Part(PlacedCell Outer, List<PlacedCell>? Inner)
    {
        public bool Opens => Inner is { Count: > 0 };

        public int Rows => Opens ? Inner!.Max(cell => cell.Row + cell.RowSpan) : 1;

        public int Columns => Opens ? Inner!.Max(cell => cell.Column + cell.ColumnSpan) : 1;

        public IEnumerable<PlacedCell> Spread(int[] heights, int[] widths)
        {
            var (row, height) = (heights.Take(Outer.Row).Sum(), heights.Skip(Outer.Row).Take(Outer.RowSpan).Sum());
            var (column, width) = (widths.Take(Outer.Column).Sum(), widths.Skip(Outer.Column).Take(Outer.ColumnSpan).Sum());
            return Opens
                ? Inner!.Select(cell => cell with
                {
                    Row = row + cell.Row,
                    RowSpan = Rows == 1 ? height : cell.RowSpan,
                    Column = column + cell.Column,
                    ColumnSpan = Columns == 1 ? width : cell.ColumnSpan,
                })
                : [Outer with { Row = row, RowSpan = height, Column = column, ColumnSpan = width }];
        }
    }
}
