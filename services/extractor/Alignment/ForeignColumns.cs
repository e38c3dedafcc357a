using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// Finds the numbers of columns that the form does not have: 序号, 占比, 2022年总计. Such a column has a header of its own that is no label of
/// the form, in a table whose other columns have theirs.
/// </summary>
internal static class ForeignColumns
{
    private const int FewestOwn = 3;

    private const int LongestHeader = 20;

    public static IEnumerable<(int Block, Locator Source, int Part)> Spots(PageTokens page) =>
        page.Blocks.SelectMany((block, i) => block is GridBlock grid ? Spots(grid, page.FirstBlock + i) : []);

    private static IEnumerable<(int, Locator, int)> Spots(GridBlock grid, int block)
    {
        var columns = Enumerable.Range(0, Math.Min(grid.ColumnCount, GridHeaders.MostColumns))
            .Select(column => (Column: column, Header: Header(grid, column)))
            .Where(column => column.Header is not null).ToList();
        var foreign = columns.Where(column => LabelLexicon.Match(column.Header!.Text).IsEmpty).Select(column => column.Column).ToHashSet();
        if (foreign.Count == 0 || columns.Count - foreign.Count < FewestOwn)
            return [];
        return grid.Cells.Where(cell => cell.ColumnSpan == 1 && foreign.Contains(cell.Column)).Select(cell => (block, cell.Source, cell.Part));
    }

    /// <summary>The text right above the column's first number; null where the column has no number or nothing of its own above it.</summary>
    private static GridCell? Header(GridBlock grid, int column)
    {
        GridCell? last = null;
        foreach (var cell in grid.Cells.Where(cell => cell.Column <= column && column < cell.Column + cell.ColumnSpan))
        {
            var number = NumberText.Of(cell.Text);
            if (number.IsNumber)
                return last is { ColumnSpan: 1, Text.Length: > 1 and <= LongestHeader } ? last : null;
            last = number.IsBlank ? last : cell;
        }

        return null;
    }
}
