using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Scoring;

/// <summary>
/// Judges cells that were not found. Pages leave out columns, whole rows of table two, or table four. A row whose label stands on the page was
/// missed; so was one that every table three has, or any row of it unless the totals prove that what is there is all.
/// </summary>
internal static class Absence
{
    // A table of which fewer columns are named than this has lost its header, not a column.
    private const int FewestColumns = 3;

    private const int HeldForEachBroken = 3;

    public static AbsenceKind Of(CellId cell, AlignedPage page, ImmutableArray<CheckOutcome> checks)
    {
        var (row, column) = Parts(cell);
        var table = page.Tables.First(table => cell.ToString().StartsWith(FormCells.Prefix(table.Table), StringComparison.Ordinal));
        if (page.UnexplainedNumbers > 0)
            return AbsenceKind.Doubtful;
        if (IsColumnLeftOut(column, table) && Hold(checks, "row_total"))
            return AbsenceKind.Plain;
        if (table.NamedRows.Contains(row))
            return AbsenceKind.Doubtful;
        if (table.Table != TableName.Applications)
            return AbsenceKind.Plain;
        return row is "new" or "carried_over" or "handled_total" or "carried_forward" || !Hold(checks, "handled_total") ? AbsenceKind.Doubtful : AbsenceKind.Gap;
    }

    // No cell of the column was read and its name is nowhere, though those of the others are.
    private static bool IsColumnLeftOut(string column, AlignedTable table) =>
        table.Table == TableName.Applications && !table.NamedColumns.Contains(column) && table.NamedColumns.Count >= FewestColumns
        && column is not ("other" or "total") && !table.Cells.Keys.Any(other => Parts(other).Column == column);

    private static (string Row, string Column) Parts(CellId cell)
    {
        var parts = cell.ToString().Split('.');
        return (string.Join('.', parts[1..^1]), parts[^1]);
    }

    // A number that the publisher got wrong breaks one of many; a column or row that was missed breaks most.
    private static bool Hold(ImmutableArray<CheckOutcome> checks, string name)
    {
        var totals = checks.Where(check => check.Check.StartsWith(name, StringComparison.Ordinal)).ToList();
        return totals.Count(check => check.Holds) > HeldForEachBroken * totals.Count(check => !check.Holds);
    }
}
