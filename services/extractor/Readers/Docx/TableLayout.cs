using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>A Word table laid out on a grid: spans counted in grid columns, vertically merged cells as one.</summary>
internal sealed class TableLayout
{
    /// <summary>Word allows 63 columns; spans beyond are errors and cut.</summary>
    private const int MostColumns = 63;

    private readonly List<Cell> _cells = [];

    public IReadOnlyList<Cell> Cells => _cells;

    public int RowCount { get; private set; }

    public int ColumnCount { get; private set; }

    public static TableLayout Of(Table table)
    {
        var layout = new TableLayout();
        foreach (var row in Within<TableRow>(table).Where(IsShown))
            layout.Add(row);
        return layout;
    }

    private void Add(TableRow row)
    {
        var column = Math.Clamp(row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0, 0, MostColumns - 1);
        Cell? before = null;
        foreach (var element in Within<TableCell>(row).Where(cell => cell.TableCellProperties?.GetFirstChild<CellDeletion>() is null))
        {
            var properties = element.TableCellProperties;
            var span = Math.Clamp(properties?.GridSpan?.Val?.Value ?? 1, 1, Math.Max(1, MostColumns - column));
            if (before is not null && Continues(properties?.HorizontalMerge))
                Widen(before, span, element);
            else if (Continues(properties?.VerticalMerge) && Above(column) is { } above)
                before = Lengthen(above, element);
            else
                _cells.Add(before = new Cell(RowCount, column, 1, span, [element]));
            column += span;
        }
        ColumnCount = Math.Max(ColumnCount, column);
        RowCount++;
    }

    private Cell? Above(int column) => _cells.LastOrDefault(cell => cell.Column == column && cell.Row + cell.RowSpan == RowCount);

    private Cell Lengthen(Cell cell, TableCell part) => Replace(cell, cell with { RowSpan = RowCount - cell.Row + 1, Parts = cell.Parts.Add(part) });

    private void Widen(Cell cell, int span, TableCell part) => Replace(cell, cell with { ColumnSpan = cell.ColumnSpan + span, Parts = cell.Parts.Add(part) });

    private Cell Replace(Cell old, Cell changed)
    {
        _cells[_cells.IndexOf(old)] = changed;
        return changed;
    }

    /// <summary>A merge mark without a value continues the merge.</summary>
    private static bool Continues(VerticalMerge? merge) => merge is not null && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);

    private static bool Continues(HorizontalMerge? merge) => merge is not null && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);

    private static bool IsShown(TableRow row) =>
        row.TableRowProperties is not { } properties || (properties.GetFirstChild<Deleted>() is null && properties.GetFirstChild<Hidden>() is null);

    /// <summary>Rows of a table or cells of a row, also within content controls, but not those of nested tables.</summary>
    private static IEnumerable<T> Within<T>(OpenXmlElement container) where T : OpenXmlElement => container.ChildElements.SelectMany(child => child switch
    {
        T found => [found],
        TableRow or TableCell or Table => [],
        _ => child.HasChildren ? Within<T>(child) : [],
    });

    /// <param name="Parts">The cell elements that make up the merged cell, from the top.</param>
    public sealed record Cell(int Row, int Column, int RowSpan, int ColumnSpan, ImmutableArray<TableCell> Parts);
}
