using System.Collections.Immutable;

namespace Pipeline.Contracts.Forms;

/// <summary>How the two sides of an equation stand to each other.</summary>
public enum EquationRelation
{
    Equal,

    /// <summary>The left, a part, is not above the right, its whole.</summary>
    AtMost,
}

/// <summary>Along what an equation runs.</summary>
public enum EquationAxis
{
    /// <summary>Cells of one row: a total and its parts.</summary>
    Row,

    /// <summary>Cells of one column.</summary>
    Column,
}

/// <summary>One equation of a form between sums of its cells.</summary>
/// <param name="Kind">Id of the rule, such as <c>row_total</c>.</param>
/// <param name="Name">The rule with its instance, such as <c>row_total:granted</c>.</param>
/// <param name="Text">What is compared, for people.</param>
/// <param name="Left">The total, the part, or the terms of the left side; across years those of the year before.</param>
/// <param name="Tolerance">Difference that rounding explains, in the cells' unit; 0 for counts.</param>
/// <param name="Less">Terms that are taken off the right side.</param>
/// <param name="IsQuestion">Whether a break asks a question and is no mistake by itself: documents may be repealed by a law.</param>
public sealed record Equation(
    string Kind, string Name, LocalizedText Text, FormTable Table, EquationAxis Axis, EquationRelation Relation,
    ImmutableArray<FormCell> Left, ImmutableArray<FormCell> Right, decimal Tolerance, ImmutableArray<FormCell> Less, bool IsQuestion)
{
    /// <summary>Whether one cell is the sum of others.</summary>
    public bool IsSum => Relation == EquationRelation.Equal && Left.Length == 1 && Right.Length > 1;

    public bool Holds(decimal left, decimal right) => Relation == EquationRelation.AtMost ? left <= right + Tolerance : Math.Abs(left - right) <= Tolerance;
}
