using System.Collections.Immutable;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.GridRepair;

/// <summary>
/// Takes columns out of a table that only count its rows (行次, 序号, the index of a data frame): beside a row without figures such a number
/// would pass for one. Whatever their header says, their numbers go up by one from row to row.
/// </summary>
internal sealed class SerialColumns : IGridRepair
{
    public ImmutableArray<Block> Repair(ImmutableArray<Block> blocks) => [.. blocks.Select(block => block is GridBlock grid ? Remove(grid) : block)];

    private static GridBlock Remove(GridBlock grid)
    {
        var serials = grid.Cells.Where(cell => cell.ColumnSpan == 1 && NumberText.Of(cell.Text) is { IsNumber: true, Decorated: false })
            .GroupBy(cell => cell.Column).Select(column => column.ToList())
            .Where(column => SerialNumbers.Are(column.Select(cell => NumberText.Of(cell.Text))) && IsBesideText(grid, column))
            .SelectMany(column => column).ToHashSet();
        return serials.Count == 0 ? grid : grid with { Cells = [.. grid.Cells.Where(cell => !serials.Contains(cell))] };
    }

    // A turned table has figures alone in its columns.
    private static bool IsBesideText(GridBlock grid, List<GridCell> column)
    {
        var rows = column.Select(cell => cell.Row).ToHashSet();
        return grid.Cells.Where(cell => rows.Contains(cell.Row) && NumberText.Of(cell.Text).Kind == NumberKind.Text).Select(cell => cell.Row).Distinct().Count() * 2 > rows.Count;
    }
}
