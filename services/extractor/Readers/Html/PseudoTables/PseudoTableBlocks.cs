using System.Collections.Immutable;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html.Text;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Writes down a pseudo-table: as a grid where its columns are certain, else as a line for each row with its cells as segments.</summary>
internal sealed class PseudoTableBlocks(ElementPaths paths)
{
    public IEnumerable<Block> Blocks(PseudoTable table) => table.Grid is { } grid ? [Grid(grid)] : table.Units.SelectMany(Lines);

    private GridBlock Grid(Unit grid)
    {
        var cells = grid.Cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)
            .Select(cell => new GridCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, BoxText.Of(cell.Box), paths.Locator(cell.Box.Element, cell.Row, cell.Column)) { Lines = CellLines.Of(cell.Box) })
            .ToImmutableArray();
        return new GridBlock(cells, cells.Max(cell => cell.Row + cell.RowSpan), cells.Max(cell => cell.Column + cell.ColumnSpan), paths.Locator(grid.Box.Element));
    }

    private IEnumerable<TextBlock> Lines(Unit unit)
    {
        foreach (var row in unit.Cells.GroupBy(cell => cell.Row))
        {
            var segments = row.Select(cell => new TextSegment(BoxText.Of(cell.Box), paths.Locator(cell.Box.Element))).ToImmutableArray();
            var place = unit.Rows == 1 ? unit.Box : row.First().Box.Parent!;
            var text = string.Join(' ', segments.Select(segment => segment.Text).Where(part => part.Length > 0));
            if (text.Length > 0)
            {
                yield return new TextBlock(text, paths.Locator(place.Element), Segments: segments.Length > 1 ? segments : []);
            }
        }
    }
}
