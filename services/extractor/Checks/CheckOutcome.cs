using System.Collections.Immutable;
using Pipeline.Contracts;

namespace Pipeline.Extractor.Checks;

/// <summary>One check of the form, evaluated on numbers as read.</summary>
/// <param name="Check">Name and instance, such as <c>row_total:granted</c>.</param>
/// <param name="Left">The total, or new plus carried over.</param>
/// <param name="Right">The sum, or handled plus carried forward.</param>
/// <param name="Cells">Every cell that takes part, the total first.</param>
public sealed record CheckOutcome(string Check, decimal Left, decimal Right, ImmutableArray<CellId> Cells)
{
    public bool Holds => Left == Right;

    /// <summary>Whether a number other than zero takes part: zeros hold every check and prove little.</summary>
    public bool IsTelling => Left != 0 || Right != 0;
}
