using System.Collections.Immutable;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.GridRepair;

/// <summary>
/// Opens rows of a table that hold several rows of the form, one under the other within their cells: the numbers of three columns or more
/// break into the same number of lines, and so does a cell of labels. Numbers that merely wrap have no labels beside each of their lines.
/// </summary>
internal sealed class StackedRows(LabelLexicon lexicon) : IGridRepair
{
    private const int FewestColumns = 3;

    // A label of the form among others that the page words in its own way.
    private const double MostLabels = 0.6;

    public ImmutableArray<Block> Repair(ImmutableArray<Block> blocks) =>
        blocks.Any(block => block is GridBlock grid && grid.Cells.Any(cell => cell.Lines.Length > 1))
            ? [.. blocks.Select(block => block is GridBlock grid ? Open(grid) : block)]
            : blocks;

    private GridBlock Open(GridBlock grid)
    {
        var heights = Enumerable.Repeat(1, grid.RowCount).ToArray();
        foreach (var row in grid.Cells.Where(cell => cell.RowSpan == 1).GroupBy(cell => cell.Row))
            heights[row.Key] = Height([.. row]);
        if (heights.All(height => height == 1))
            return grid;
        var starts = new int[grid.RowCount + 1];
        for (var row = 0; row < grid.RowCount; row++)
            starts[row + 1] = starts[row] + heights[row];
        return grid with
        {
            Cells = [.. grid.Cells.SelectMany(cell => Parts(cell, heights, starts)).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)],
            RowCount = starts[^1],
        };
    }

    /// <summary>How many rows the cells of one row hold; 1 where they are one.</summary>
    private int Height(ImmutableArray<GridCell> row)
    {
        var columns = row.Where(cell => cell.Lines.Length > 1 && cell.Lines.All(IsFigure)).GroupBy(cell => cell.Lines.Length).MaxBy(group => group.Count());
        return columns is not null && columns.Count() >= FewestColumns && row.Any(cell => Labels(cell, columns.Key) is not null) ? columns.Key : 1;
    }

    private IEnumerable<GridCell> Parts(GridCell cell, int[] heights, int[] starts)
    {
        var height = cell.RowSpan == 1 ? heights[cell.Row] : 1;
        var lines = height == 1 ? null : cell.Lines.Length == height && cell.Lines.All(IsFigure) ? cell.Lines : Labels(cell, height);
        if (lines is not { } parts)
            return [cell with { Row = starts[cell.Row], RowSpan = starts[cell.Row + cell.RowSpan] - starts[cell.Row] }];
        return parts.Select((text, i) => cell with { Row = starts[cell.Row] + i, RowSpan = 1, Text = text, Lines = [], Part = i });
    }

    /// <summary>The cell's lines as that many labels, wrapped ones joined where each begins with its number; null where they are not.</summary>
    private ImmutableArray<string>? Labels(GridCell cell, int count)
    {
        ImmutableArray<string> written = [.. cell.Lines.Where(line => line.Length > 0)];
        var lines = written.Length <= count ? cell.Lines : Joined(written);
        return lines.Length == count && lines.Count(line => !lexicon.Match(line).IsEmpty) >= MostLabels * count ? lines : null;
    }

    private static ImmutableArray<string> Joined(ImmutableArray<string> lines)
    {
        var labels = new List<string>();
        foreach (var line in lines)
        {
            if (labels.Count > 0 && !LabelText.IsNumbered(line))
                labels[^1] += line;
            else
                labels.Add(line);
        }

        return [.. labels];
    }

    private static bool IsFigure(string line) => NumberText.Of(line) is { Kind: not NumberKind.Text };
}
