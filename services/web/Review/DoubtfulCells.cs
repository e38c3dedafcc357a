using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Web.Layout.Forms;

namespace Pipeline.Web.Review;

/// <summary>Which cells of a record a person should look at, in the form's order.</summary>
internal static class DoubtfulCells
{
    // Where no single cell is doubtful and the record is all the same, its weakest ones are looked at.
    private const int Fewest = 5;

    /// <summary>Cells that are doubtful in themselves, and one for each broken sum without such a cell: it is one question with two sides, not one for each number in it.</summary>
    public static IReadOnlyList<CellId> Of(AnnualReport report)
    {
        var looked = report.Cells.Where(cell => cell.Confidence < Certainty.Doubtful).Select(cell => cell.Cell).ToHashSet();
        foreach (var violation in report.Violations.Where(violation => violation.Cause != ViolationCause.Publisher && violation.Cells.Count > 0))
            if (!violation.Cells.Any(looked.Contains))
                looked.Add(violation.Cells[0]);
        if (looked.Count == 0)
            looked = [.. report.Cells.OrderBy(cell => cell.Confidence).Take(Fewest).Select(cell => cell.Cell)];
        return [.. report.Cells.Select(cell => cell.Cell).Where(looked.Contains)];
    }
}
