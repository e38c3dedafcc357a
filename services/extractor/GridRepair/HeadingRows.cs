using System.Collections.Immutable;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.GridRepair;

/// <summary>
/// Takes apart a report that is one table from its title to its signature, as programs export sheets: rows of a heading or a paragraph alone become
/// lines of text, what stands between them tables of their own. Gives up on tables with a single heading of a section.
/// </summary>
internal sealed class HeadingRows(FormFamily family) : IGridRepair
{
    /// <summary>A table may repeat the heading that it stands under as its first row.</summary>
    private const int FewestHeadings = 2;

    public ImmutableArray<Block> Repair(ImmutableArray<Block> blocks) => [.. blocks.SelectMany(block => block is GridBlock grid ? Apart(grid) : [block])];

    private IEnumerable<Block> Apart(GridBlock grid)
    {
        if (grid.Cells.Count(cell => cell.RowSpan == 1 && IsHeading(cell)) < FewestHeadings)
            return [grid];
        var rows = Rows(grid);
        var headings = Enumerable.Range(0, grid.RowCount).Where(row => Alone(rows[row], row) is { } cell && IsHeading(cell)).ToList();
        return headings.Count < FewestHeadings ? [grid] : headings.Prepend(0).Distinct().Zip(headings.Where(row => row > 0).Append(grid.RowCount)).SelectMany(part => Part(grid, rows, part.First, part.Second));
    }

    /// <summary>What stands between two headings: text where no row has several cells, else a table with paragraphs around it.</summary>
    private IEnumerable<Block> Part(GridBlock grid, List<GridCell>[] rows, int start, int end)
    {
        var isText = !Enumerable.Range(start, end - start).Any(row => rows[row].Count > 1);
        var first = start;
        for (var row = start; row < end; row++)
        {
            if (Alone(rows[row], row) is not { } cell || !(isText || IsHeading(cell) || IsSentence(cell.Text)))
                continue;
            foreach (var table in Table(grid, first, row))
                yield return table;
            foreach (var line in cell.Lines.IsEmpty ? [cell.Text] : cell.Lines)
                yield return new TextBlock(line.Trim(), cell.Source) { Origin = grid.Origin };
            first = row + 1;
        }
        foreach (var table in Table(grid, first, end))
            yield return table;
    }

    private static IEnumerable<GridBlock> Table(GridBlock grid, int start, int end)
    {
        ImmutableArray<GridCell> cells = [.. grid.Cells.Where(cell => cell.Row >= start && cell.Row < end).Select(cell => cell with { Row = cell.Row - start, RowSpan = Math.Min(cell.RowSpan, end - cell.Row) })];
        return cells.Any(cell => cell.Text.Length > 0) ? [grid with { Cells = cells, RowCount = end - start, Source = cells[0].Source }] : [];
    }

    /// <summary>For each row the cells with text that reach into it.</summary>
    private static List<GridCell>[] Rows(GridBlock grid)
    {
        var rows = Enumerable.Range(0, grid.RowCount).Select(_ => new List<GridCell>()).ToArray();
        foreach (var cell in grid.Cells.Where(cell => cell.Text.Length > 0))
            for (var row = cell.Row; row < Math.Min(cell.Row + cell.RowSpan, grid.RowCount); row++)
                rows[row].Add(cell);
        return rows;
    }

    private static GridCell? Alone(List<GridCell> cells, int row) => cells is [{ RowSpan: 1 } cell] && cell.Row == row ? cell : null;

    private bool IsHeading(GridCell cell) => family.Headings.Match(cell.Text) is not null;

    private static bool IsSentence(string text) => text is [.., '。' or '；' or '：'];
}
