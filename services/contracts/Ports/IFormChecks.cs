using Pipeline.Contracts.Reports;

namespace Pipeline.Contracts.Ports;

/// <summary>The arithmetic of the official forms, for people who judge a reading.</summary>
public interface IFormChecks
{
    /// <summary>Every check that can be evaluated on the report's numbers, those that hold included.</summary>
    IReadOnlyList<FormCheck> Of(AnnualReport report);
}

/// <param name="Check">Name and instance, such as <c>row_total:granted</c>.</param>
/// <param name="Left">The total, or new plus carried over.</param>
/// <param name="Right">The sum, or handled plus carried forward.</param>
/// <param name="Cells">Every cell that takes part, the total first.</param>
public sealed record FormCheck(string Check, decimal Left, decimal Right, IReadOnlyList<CellId> Cells)
{
    public bool Holds => Left == Right;
}
