using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Scoring;

/// <summary>
/// Judges cells that were not found. Pages leave out columns, rows, or whole tables. A row whose label stands on the page was
/// missed, and so may one be that another name stands for; so was one that every table of its kind has, or any row of it unless the totals prove that what is there is all.
/// </summary>
internal static class Absence
{
    // A table of which fewer columns are named than this has lost its header, not a column.
    private const int FewestColumns = 3;

    private const int HeldForEachBroken = 3;

    public static AbsenceKind Of(FamilyCell cell, AlignedPage page, ImmutableArray<CheckOutcome> checks)
    {
        var table = page.Tables.First(table => table.Table.Editions.Contains(cell.Declared.Table));
        var row = cell.Declared.Row.Id;
        if (page.UnexplainedNumbers > 0)
            return AbsenceKind.Doubtful;
        if (IsColumnLeftOut(cell.Declared.Column, table) && Hold(checks, table, EquationAxis.Row))
            return AbsenceKind.Plain;
        if (table.NamedRows.Contains(row) || IsCut(cell, table))
            return AbsenceKind.Doubtful;
        if (table.Table.Shape != TableShape.Matrix)
            return table.HasForeignRow ? AbsenceKind.Doubtful : AbsenceKind.Plain;
        return !table.Table.IsAddend(row) || !Hold(checks, table, EquationAxis.Column) ? AbsenceKind.Doubtful : AbsenceKind.Gap;
    }

    // No cell of the column was read and its name is nowhere, though those of the others are.
    private static bool IsColumnLeftOut(FormColumn column, AlignedTable table) =>
        table.Table.Shape == TableShape.Matrix && !table.NamedColumns.Contains(column.Id) && table.NamedColumns.Count >= FewestColumns
        && !new AxisLabel(table.Table, Axis.Column, column.Id, LabelText.Of(column.Label)).IsCommon && !table.Cells.Any(other => other.Key.Declared.Column.Id == column.Id);

    // A row with fewer cells than its header has names, or with a figure across two of them: which of them are missing, their order alone says.
    private static bool IsCut(FamilyCell cell, AlignedTable table) =>
        table.NamedColumns.Contains(cell.Declared.Column.Id) && table.Cells.Any(other => other.Key.Declared.Row.Id == cell.Declared.Row.Id);

    // A number that the publisher got wrong breaks one of many; a column or row that was missed breaks most.
    private static bool Hold(ImmutableArray<CheckOutcome> checks, AlignedTable table, EquationAxis axis)
    {
        var totals = checks.Where(check => check.Equation.IsSum && check.Equation.Axis == axis && table.Table.Editions.Contains(check.Equation.Table)).ToList();
        return totals.Count(check => check.Holds) > HeldForEachBroken * totals.Count(check => !check.Holds);
    }
}
