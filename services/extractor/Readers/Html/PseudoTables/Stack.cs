using Pipeline.Extractor.Readers.Html.Boxes;
using Pipeline.Extractor.Readers.Html.Tables;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Aligns units that stand below each other to common columns.</summary>
internal static class Stack
{
    /// <summary>Shares of the width: percentages are rounded to two digits, borders take a pixel.</summary>
    private const double SameEdge = 0.012;

    /// <summary>Null where nothing tells which columns belong together.</summary>
    public static Unit? Align(Box box, IReadOnlyList<Unit> units)
    {
        if (units.Count == 1)
        {
            return units[0];
        }

        return SpansGiven(box, units) ?? SameColumns(box, units) ?? Edges(box, units) ?? ByFigures(box, units);
    }

    /// <summary>Where cells carry rowspans, the table model of HTML places them.</summary>
    private static Unit? SpansGiven(Box box, IReadOnlyList<Unit> units)
    {
        if (units.Any(unit => unit.Rows > 1) || !units.Any(unit => unit.Cells.Any(cell => Span.Rows(cell.Box.Element) != 1)))
        {
            return null;
        }

        var rows = units.Select(unit => new TableRows.TableRow(unit.Cells.Select(cell => cell.Box).ToList(), 0)).ToList();
        var placed = CellPlacement.Place(rows);
        var cells = placed.Select(cell => new UnitCell(cell.Box, cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, 0, 0)).ToList();
        return new Unit(box, rows.Count, cells.Max(cell => cell.Column + cell.ColumnSpan), cells, false);
    }

    /// <summary>Units of as many columns as the widest, single cells across all of them, and pairs whose second cell takes the rest.</summary>
    private static Unit? SameColumns(Box box, IReadOnlyList<Unit> units)
    {
        var columns = units.Max(unit => unit.Columns);
        if (units.Any(unit => unit.Columns != columns && unit.Columns != 1 && !(unit is { Columns: 2, Rows: 1 } && !unit.KnowsWidths)))
        {
            return null;
        }

        return Pile(box, units, columns, (unit, cell) => unit.Columns == columns
            ? (cell.Column, cell.ColumnSpan)
            : cell.Column == 0 && unit.Columns == 2 ? (0, 1) : (cell.Column, columns - cell.Column));
    }

    /// <summary>Columns from the edges of cells, where all widths are known.</summary>
    private static Unit? Edges(Box box, IReadOnlyList<Unit> units)
    {
        if (units.Any(unit => !unit.KnowsWidths))
        {
            return null;
        }

        var edges = new List<double>();
        foreach (var edge in units.SelectMany(unit => unit.Cells).Select(cell => cell.Left).Order())
        {
            if (edges.Count == 0 || edge - edges[^1] > SameEdge)
            {
                edges.Add(edge);
            }
        }

        // Edges that never meet are no columns.
        return edges.Count > units.Max(unit => unit.Columns) + 2 ? null : Pile(box, units, edges.Count, (_, cell) =>
        {
            var first = edges.FindLastIndex(edge => edge <= cell.Left + SameEdge);
            var end = edges.FindIndex(edge => edge >= cell.Right - SameEdge);
            return (first, Math.Max(1, (end < 0 ? edges.Count : end) - first));
        });
    }

    /// <summary>
    /// Units that end in columns of figures are aligned at these; the first label of a shorter one then spans what is left. Units without figures
    /// follow those of as many columns.
    /// </summary>
    private static Unit? ByFigures(Box box, IReadOnlyList<Unit> units)
    {
        var columns = units.Max(unit => unit.Columns);
        var figures = units.Where(unit => unit.Columns > 1 && FigureColumns(unit) > 0).Select(FigureColumns).Distinct().ToList();
        if (figures is not [var count])
        {
            return null;
        }

        var known = units.Where(unit => FigureColumns(unit) == count).Select(unit => unit.Columns).Append(1).Append(columns).ToHashSet();
        if (units.Any(unit => !known.Contains(unit.Columns) && !(unit is { Columns: 2, Rows: 1 })))
        {
            return null;
        }

        return Pile(box, units, columns, (unit, cell) =>
        {
            var missing = columns - unit.Columns;
            return !known.Contains(unit.Columns)
                ? cell.Column == 0 ? (0, columns - count) : (columns - count, count)
                : cell.Column == 0 ? (0, cell.ColumnSpan + missing) : (cell.Column + missing, cell.ColumnSpan);
        });
    }

    /// <summary>Columns at the right that hold nothing but figures.</summary>
    private static int FigureColumns(Unit unit)
    {
        var count = 0;
        for (var column = unit.Columns - 1; column >= 0; column--)
        {
            var here = unit.Cells.Where(cell => cell.Column <= column && cell.Column + cell.ColumnSpan > column).ToList();
            if (here.Count == 0 || here.Exists(cell => cell.ColumnSpan > 1 || !LeafText.IsFigure(cell.Box)))
            {
                break;
            }

            count++;
        }

        return count;
    }

    private static Unit Pile(Box box, IReadOnlyList<Unit> units, int columns, Func<Unit, UnitCell, (int Column, int Span)> place)
    {
        var cells = new List<UnitCell>();
        var row = 0;
        foreach (var unit in units)
        {
            foreach (var cell in unit.Cells)
            {
                var (column, span) = place(unit, cell);
                cells.Add(cell with { Row = row + cell.Row, Column = column, ColumnSpan = span });
            }

            row += unit.Rows;
        }

        return new Unit(box, row, columns, cells, units.All(unit => unit.KnowsWidths));
    }
}
