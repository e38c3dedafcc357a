using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Web.Layout.Forms;

namespace Pipeline.Web.Review;

/// <summary>Which cells of a record a person should look at, in the form's order.</summary>
internal static class DoubtfulCells
{
    // Where no single cell is doubtful and the record is all the same, its weakest ones are looked at.
    private const int Fewest = 5;

    public static IReadOnlyList<CellId> Of(AnnualReport report)
    {
        var broken = report.Violations.Where(violation => violation.Cause != ViolationCause.Publisher).SelectMany(violation => violation.Cells).ToHashSet();
        var doubtful = report.Cells.Where(cell => cell.Confidence < Certainty.Doubtful || broken.Contains(cell.Cell)).Select(cell => cell.Cell).ToList();
        if (doubtful.Count > 0)
            return doubtful;
        var weakest = report.Cells.OrderBy(cell => cell.Confidence).Take(Fewest).Select(cell => cell.Cell).ToHashSet();
        return [.. report.Cells.Select(cell => cell.Cell).Where(weakest.Contains)];
    }
}
