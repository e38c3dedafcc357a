using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;

namespace Pipeline.Extractor.Checks;

/// <summary>One equation of the form, evaluated on numbers as read.</summary>
/// <param name="Left">The total, or the sum of the left side.</param>
/// <param name="Right">The sum of the right side.</param>
public sealed record CheckOutcome(Equation Equation, decimal Left, decimal Right)
{
    /// <summary>Name and instance, such as <c>row_total:granted</c>.</summary>
    public string Check => Equation.Name;

    /// <summary>Every cell that takes part, the total first.</summary>
    public ImmutableArray<CellId> Cells => [.. Equation.Left.Concat(Equation.Right).Select(cell => cell.Id)];

    public bool Holds => Equation.Holds(Left, Right);

    /// <summary>Whether a number other than zero takes part: zeros hold every check and prove little.</summary>
    public bool IsTelling => Left != 0 || Right != 0;
}
