using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Scoring;

/// <summary>
/// Where no rules draw a table, which header stands over which figures is a guess, and sums across a row hold whichever of its columns are taken for each
/// other. Columns in another order than the form's are as likely mistaken as printed so.
/// </summary>
internal static class ColumnPlaces
{
    /// <summary>A total may stand before its parts.</summary>
    private const int TotalFirst = 1;

    public static IEnumerable<Issue> Of(SourceDocument document, AlignedPage page)
    {
        var grids = document.Blocks.OfType<GridBlock>().Where(grid => grid.IsUnruled).ToList();
        if (grids.Count == 0)
            return [];
        var places = grids.SelectMany((grid, i) => grid.Cells.Select(cell => (cell.Source, Row: (Grid: i, cell.Row), cell.Column))).GroupBy(cell => cell.Source).ToDictionary(cells => cells.Key, cells => cells.First());
        return page.Tables.Where(table => table.Table.Shape == TableShape.Matrix).SelectMany(table => table.Cells.Where(pair => places.ContainsKey(pair.Value.Candidate.Spot.Source))
                .Select(pair => (Index: table.Table.Columns.IndexOf(pair.Key.Declared.Column.Id), pair.Value.Candidate.Spot.Source, Place: places[pair.Value.Candidate.Spot.Source])))
            .GroupBy(cell => cell.Place.Row).Select(row => row.OrderBy(cell => cell.Place.Column).ToList())
            .Where(row => !IsAscending(row.ConvertAll(cell => cell.Index))).Take(1).Select(row => Issue(row[0].Source));
    }

    private static bool IsAscending(List<int> indices)
    {
        var first = indices.Count > TotalFirst && indices[0] > indices[^1] ? TotalFirst : 0;
        return Enumerable.Range(first, Math.Max(0, indices.Count - 1 - first)).All(i => indices[i] <= indices[i + 1]);
    }

    private static Issue Issue(Locator where) => new(
        IssueReasons.ColumnsReordered, IssueSeverity.Warning, "The columns of a table without rules stand in another order than the form's: see which header each figure stands under.", where);
}
