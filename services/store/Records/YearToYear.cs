using Pipeline.Contracts;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>The check across years: what a body carried forward at the end of one year, it carries over into the next.</summary>
public static class YearToYear
{
    private static readonly string[] Columns = ["natural_person", "commercial", "research", "social", "legal_service", "other", "total"];

    /// <param name="previous">Cell values of the year before.</param>
    /// <param name="current">Cell values of the year.</param>
    /// <returns>One violation per column that differs: left the year before's carried-forward, right the year's carried-over. A column that either year leaves blank is not judged.</returns>
    public static IReadOnlyList<Violation> Findings(IReadOnlyDictionary<CellId, decimal?> previous, IReadOnlyDictionary<CellId, decimal?> current) =>
    [
        .. from column in Columns
           let forward = new CellId($"applications.carried_forward.{column}")
           let over = new CellId($"applications.carried_over.{column}")
           let left = previous.GetValueOrDefault(forward)
           let right = current.GetValueOrDefault(over)
           where left is not null && right is not null && left != right
           // Whose mistake it is, two years of two documents cannot tell.
           select new Violation($"year_to_year:{column}", left.Value, right.Value, [forward, over], ViolationCause.Unclear),
    ];
}
