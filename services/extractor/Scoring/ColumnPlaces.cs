using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Scoring;

/// <summary>
/// Where no rules draw a table, which header stands over which figures is a guess, and sums across a row hold whichever of its columns are taken for each
/// other. Columns in another order than the form's are as likely mistaken as printed so.
/// </summary>
internal static class ColumnPlaces
{
    public static IEnumerable<Issue> Of(SourceDocument document, AlignedPage page)
    {
        var grids = document.Blocks.OfType<GridBlock>().Where(grid => grid.IsUnruled).ToList();
        if (grids.Count == 0)
            return [];
        var places = grids.SelectMany((grid, i) => grid.Cells.Select(cell => (cell.Source, Row: (Grid: i, cell.Row), cell.Column))).GroupBy(cell => cell.Source).ToDictionary(cells => cells.Key, cells => cells.First());
        return page.Tables.Where(table => Rows(table, places).Any(row => !IsInOrder(table.Table, row))).Take(1)
            .Select(table => Issue(table.Cells.Select(pair => pair.Value.Candidate.Spot.Source).First(places.ContainsKey)));
    }

    /// <returns>Of each row of the tables the cells of the form whose figures it has, from the left.</returns>
    private static IEnumerable<List<FormCell>> Rows(AlignedTable table, Dictionary<Locator, (Locator Source, (int Grid, int Row) Row, int Column)> places) => table.Cells
        .Where(pair => places.ContainsKey(pair.Value.Candidate.Spot.Source))
        .Select(pair => (pair.Key.Declared, Place: places[pair.Value.Candidate.Spot.Source]))
        .GroupBy(cell => cell.Place.Row, (_, row) => row.OrderBy(cell => cell.Place.Column).Select(cell => cell.Declared).ToList());

    private static bool IsInOrder(FamilyTable table, List<FormCell> row) => table.Editions.Any(edition =>
    {
        // A total may stand before its parts.
        var places = row.Skip(row[0].Column.Id == table.TotalColumn ? 1 : 0).Select(cell => (Row: IndexOf(edition.Rows, its => its.Id == cell.Row.Id), Column: IndexOf(edition.Columns, its => its.Id == cell.Column.Id))).ToList();
        return places.TrueForAll(place => place is { Row: >= 0, Column: >= 0 }) && places.Zip(places.Skip(1)).All(pair => pair.First.CompareTo(pair.Second) <= 0);
    });

    private static int IndexOf<T>(ImmutableArray<T> items, Predicate<T> isIt) => Array.FindIndex(ImmutableCollectionsMarshal.AsArray(items)!, isIt);

    private static Issue Issue(Locator where) => new(
        IssueReasons.ColumnsReordered, IssueSeverity.Warning, "The columns of a table without rules stand in another order than the form's: see which header each figure stands under.", where);
}
