using System.Collections.Immutable;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.GridRepair;

/// <summary>
/// Joins the copies that some programs write in every place of a merged cell: the same label several times side by side, and the same number
/// several times below copies of one header.
/// </summary>
internal sealed class RepeatedCells(LabelLexicon lexicon) : IGridRepair
{
    private const double SureLabel = 0.9;

    public ImmutableArray<Block> Repair(ImmutableArray<Block> blocks) => [.. blocks.Select(block => block is GridBlock grid ? Join(grid) : block)];

    private GridBlock Join(GridBlock grid)
    {
        var rows = grid.Cells.GroupBy(cell => cell.Row).Select(row => row.OrderBy(cell => cell.Column).ToList()).ToList();
        if (!rows.Exists(row => row.Zip(row.Skip(1)).Any(pair => IsCopy(pair.First, pair.Second) && IsName(pair.First.Text))))
            return grid;
        var header = ImmutableArray<GridCell>.Empty;
        var cells = ImmutableArray.CreateBuilder<GridCell>(grid.Cells.Length);
        foreach (var row in rows)
        {
            var joined = Joined(row, header);
            cells.AddRange(joined);
            if (joined.All(cell => IsName(cell.Text) || NumberText.Of(cell.Text).IsBlank))
                header = joined;
        }

        return grid with { Cells = cells.ToImmutable() };
    }

    private ImmutableArray<GridCell> Joined(List<GridCell> row, ImmutableArray<GridCell> header)
    {
        var joined = new List<GridCell>();
        foreach (var cell in row)
        {
            if (joined.Count > 0 && IsCopy(joined[^1], cell) && (IsName(cell.Text) || header.Any(above => Covers(above, joined[^1].Column) && Covers(above, cell.Column))))
                joined[^1] = joined[^1] with { ColumnSpan = joined[^1].ColumnSpan + cell.ColumnSpan };
            else
                joined.Add(cell);
        }

        return [.. joined];
    }

    // Halves of wrapped headers repeat too: 结果 above 维持 and above 纠正.
    private bool IsCopy(GridCell cell, GridCell next) =>
        cell.RowSpan == 1 && next.RowSpan == 1 && next.Column == cell.Column + cell.ColumnSpan && cell.Text.Length > 0 && cell.Text == next.Text
        && (!IsName(cell.Text) || lexicon.Match(cell.Text) is [{ Similarity: >= SureLabel }, ..]);

    private static bool Covers(GridCell cell, int column) => column >= cell.Column && column < cell.Column + cell.ColumnSpan;

    private static bool IsName(string text) => NumberText.Of(text).Kind == NumberKind.Text;
}
