using Pipeline.Extractor.Forms;
using Pipeline.Extractor.GridRepair;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// Finds the numbers of columns that the form does not have: 序号, 占比, 2022年总计. Such a column has a header of its own that is no label of
/// the form, in a table whose other columns have theirs, or it counts the rows.
/// </summary>
internal static class ForeignColumns
{
    private const int FewestOwn = 3;

    private const int LongestHeader = 20;

    public static IEnumerable<TokenSpot> Spots(PageTokens page) =>
        page.Blocks.SelectMany((block, i) => block is GridBlock grid ? Spots(grid, page.FirstBlock + i, page.Family.Lexicon).Concat(Serials(grid, page.FirstBlock + i)) : []);

    // The numbers of the rows (行次) or of the columns, whatever their header says.
    private static IEnumerable<TokenSpot> Serials(GridBlock grid, int block) =>
        grid.Cells.GroupBy(cell => cell.Column).Concat(grid.Cells.GroupBy(cell => cell.Row))
            .Select(line => line.Where(cell => NumberText.Of(cell.Text).IsNumber).ToList())
            .Where(line => SerialNumbers.Are(line.Select(cell => NumberText.Of(cell.Text))))
            .SelectMany(line => line.Select(cell => new TokenSpot(block, cell.Source, cell.Part)));

    private static IEnumerable<TokenSpot> Spots(GridBlock grid, int block, LabelLexicon lexicon)
    {
        var columns = Enumerable.Range(0, Math.Min(grid.ColumnCount, GridHeaders.MostColumns))
            .Select(column => (Column: column, Header: Header(grid, column)))
            .Where(column => column.Header is not null).ToList();
        var foreign = columns.Where(column => lexicon.Match(column.Header!.Text).IsEmpty).Select(column => column.Column).ToHashSet();
        // Where no rules part them, the words of two headers may have been taken for those of one.
        var own = columns.Where(column => !foreign.Contains(column.Column)).Select(column => column.Column).ToList();
        if (grid.IsUnruled && own.Count > 0)
            foreign.RemoveWhere(column => column > own[0] && column < own[^1]);
        if (foreign.Count == 0 || columns.Count - foreign.Count < FewestOwn)
            return [];
        return grid.Cells.Where(cell => cell.ColumnSpan == 1 && foreign.Contains(cell.Column)).Select(cell => new TokenSpot(block, cell.Source, cell.Part));
    }

    /// <summary>The text right above the column's first number; null where the column has no number or nothing of its own above it.</summary>
    private static GridCell? Header(GridBlock grid, int column)
    {
        GridCell? last = null;
        foreach (var cell in grid.Cells.Where(cell => cell.Column <= column && column < cell.Column + cell.ColumnSpan))
        {
            var number = NumberText.Of(cell.Text);
            if (number.IsNumber)
                return last is { ColumnSpan: 1, Text.Length: <= LongestHeader } ? last : null;
            // 甲, 乙 and units stand between a header and its numbers.
            last = number.IsBlank || cell.Text.Length == 1 ? last : cell;
        }

        return null;
    }
}
