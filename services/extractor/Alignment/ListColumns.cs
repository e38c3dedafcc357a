using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// Reads a list of indicators from a grid: of its columns of numbers the one that the form's header names, else the last that is no earlier year's.
/// Serial numbers and codes stand before the labels, units behind them.
/// </summary>
internal sealed class ListColumns : IReadingStrategy
{
    private const int FewestRows = 3;

    public string Rule => "list.columns";

    public IEnumerable<CandidateCell> Read(PageRuns runs)
    {
        var page = runs.Page;
        foreach (var table in page.Family.Tables.Where(table => table.Shape == TableShape.List))
        {
            // A list cut in two by a page break goes on in the next grid.
            var entries = page.Blocks.SelectMany((block, i) => block is GridBlock grid && ColumnOf(grid, table, page) is { } column ? Entries(grid, page.FirstBlock + i, column, table, page) : []);
            foreach (var candidate in ListEntry.Match(page.Family, table, [.. entries]))
                yield return candidate;
        }
    }

    /// <summary>Numbers of the other columns of such grids: serial numbers, codes, an earlier period.</summary>
    public static IEnumerable<TokenSpot> Others(PageTokens page) =>
        from table in page.Family.Tables
        where table.Shape == TableShape.List
        from block in page.Blocks.Select((block, i) => (Grid: block as GridBlock, Index: i))
        where block.Grid is not null
        let column = ColumnOf(block.Grid, table, page)
        where column is not null
        from cell in block.Grid.Cells
        where cell.Column != column && NumberText.Of(cell.Text).IsNumber
        select new TokenSpot(page.FirstBlock + block.Index, cell.Source, cell.Part);

    private static IEnumerable<ListEntry> Entries(GridBlock grid, int block, int column, FamilyTable table, PageTokens page) =>
        from row in grid.Cells.GroupBy(cell => cell.Row)
        let value = row.FirstOrDefault(cell => cell.Column == column)
        let label = LabelOf(row, column, table, page.Family)
        where value is not null && label is not null && NumberText.Of(value.Text).Kind != NumberKind.Text
        select new ListEntry(label, value.Text, NumberText.Of(value.Text), new TokenSpot(block, value.Source, value.Part));

    private static string? LabelOf(IEnumerable<GridCell> row, int column, FamilyTable table, FormFamily family) => row
        .Where(cell => cell.Column < column && IsRow(cell, table, family))
        .Select(cell => cell.Text).LastOrDefault();

    private static bool IsRow(GridCell cell, FamilyTable table, FormFamily family) =>
        family.Lexicon.Match(cell.Text).Any(match => match.Label.Table == table && match.Label.Axis == Axis.Row);

    private static int? ColumnOf(GridBlock grid, FamilyTable table, PageTokens page)
    {
        var labelled = grid.Cells.Where(cell => IsRow(cell, table, page.Family)).ToList();
        if (labelled.Count < FewestRows)
            return null;
        var rows = labelled.Select(cell => cell.Row).ToHashSet();
        var behind = labelled.GroupBy(cell => cell.Column).MaxBy(group => group.Count())!.Key;
        var numbers = grid.Cells.Where(cell => cell.Column > behind && rows.Contains(cell.Row) && NumberText.Of(cell.Text).Kind != NumberKind.Text)
            .GroupBy(cell => cell.Column).Where(column => column.Any(cell => NumberText.Of(cell.Text).IsNumber) || column.Count() * 2 > rows.Count)
            .Where(column => !IsOtherYears(grid, column.Key, page.Year)).OrderBy(column => column.Key).ToList();
        var named = numbers.Where(column => HeadersOf(grid, column.Key).Any(header => page.Family.Lexicon.Match(header.Text).Any(match => match.Label.Table == table && match.Label.Axis == Axis.Column))).ToList();
        return (named.Count > 0 ? named : numbers).LastOrDefault()?.Key;
    }

    private static bool IsOtherYears(GridBlock grid, int column, int? year) => HeadersOf(grid, column).Any(header => OtherYear.IsNamed(header.Text, year));

    private static IEnumerable<GridCell> HeadersOf(GridBlock grid, int column) =>
        grid.Cells.Where(cell => cell.Column <= column && column < cell.Column + cell.ColumnSpan).TakeWhile(cell => NumberText.Of(cell.Text).Kind == NumberKind.Text);
}
