using System.Collections.Immutable;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.GridRepair;

/// <summary>
/// Gives labels in the tables of a text dump the height back that their merged cells had: a dump prints such a label once and leaves the places
/// below it blank. A label ends where another begins in its column or left of it.
/// </summary>
internal sealed class MergedLabels(LabelLexicon lexicon) : IGridRepair
{
    public ImmutableArray<Block> Repair(ImmutableArray<Block> blocks) =>
        [.. blocks.Select(block => block is GridBlock { Origin: BlockOrigin.Characters } grid ? Join(grid) : block)];

    private GridBlock Join(GridBlock grid)
    {
        var above = new GridCell?[grid.ColumnCount];
        var heights = new Dictionary<GridCell, int>(ReferenceEqualityComparer.Instance);
        var covered = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        foreach (var row in grid.Cells.GroupBy(cell => cell.Row))
        {
            var cells = row.OrderBy(cell => cell.Column).ToList();
            // Only blanks before the row's own label; a row without one continues nothing.
            var own = cells.FindIndex(cell => cell.Text.Length > 0);
            var hasLabel = own >= 0 && !lexicon.Match(cells[own].Text).IsEmpty;
            for (var i = 0; i < cells.Count; i++)
            {
                var cell = cells[i];
                if (i < own && hasLabel && above[cell.Column] is { } label)
                {
                    heights[label] = cell.Row - label.Row + 1;
                    covered.Add(cell);
                }
                else
                {
                    above[cell.Column] = cell.ColumnSpan == 1 && !lexicon.Match(cell.Text).IsEmpty && NumberText.Of(cell.Text).Kind == NumberKind.Text ? cell : null;
                }
            }
        }

        return heights.Count == 0 ? grid : grid with
        {
            Cells = [.. grid.Cells.Where(cell => !covered.Contains(cell)).Select(cell => heights.TryGetValue(cell, out var height) ? cell with { RowSpan = height } : cell)],
        };
    }
}
