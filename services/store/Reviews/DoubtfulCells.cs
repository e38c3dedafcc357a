using Pipeline.Contracts;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Reviews;

/// <summary>Which cells of a record a person should look at, in the form's order.</summary>
public static class DoubtfulCells
{
    /// <summary>Below it a person should look at a cell: in a report of two hundred cells the chance of one wrong cell would else be large.</summary>
    public const double Threshold = 0.99;

    /// <summary>Counted up when the rules here change: what was worked out by earlier ones is worked out anew.</summary>
    public const int Rules = 1;

    // Where no single cell is doubtful and the record is all the same, its weakest ones are looked at.
    private const int Fewest = 5;

    /// <summary>Cells that are doubtful in themselves, and one for each broken sum without such a cell: it is one question with two sides, not one for each number in it.</summary>
    public static IReadOnlyList<CellId> Of(AnnualReport report) => [.. Causes(report).Select(doubt => doubt.Cell)];

    /// <summary>The same, each with its cause.</summary>
    public static IReadOnlyList<(CellId Cell, string Cause)> Causes(AnnualReport report)
    {
        var causes = report.Cells.Where(cell => cell.Confidence < Threshold).ToDictionary(cell => cell.Cell, DoubtCause.Of);
        foreach (var violation in report.Violations.Where(violation => violation.Cause != ViolationCause.Publisher && violation.Cells.Count > 0))
            if (!violation.Cells.Any(causes.ContainsKey))
                causes.Add(violation.Cells[0], DoubtCause.Of(violation));
        if (causes.Count == 0)
            causes = report.Cells.OrderBy(cell => cell.Confidence).Take(Fewest).ToDictionary(cell => cell.Cell, DoubtCause.Of);
        return [.. report.Cells.Select(cell => cell.Cell).Where(causes.ContainsKey).Select(cell => (cell, causes[cell]))];
    }
}
