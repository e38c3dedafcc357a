using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>The checks across years that a form declares, such as: what a body carried forward at the end of one year, it carries over into the next.</summary>
internal static class YearToYear
{
    /// <param name="form">Of the year.</param>
    /// <param name="previous">Cell values of the year before.</param>
    /// <param name="current">Cell values of the year.</param>
    /// <returns>One violation per equation that does not hold: left the year before's side, right the year's. One with a blank cell on either side is not judged.</returns>
    public static IReadOnlyList<Violation> Findings(OfficialForm form, IReadOnlyDictionary<CellId, decimal?> previous, IReadOnlyDictionary<CellId, decimal?> current) =>
    [
        .. from equation in form.YearEquations
           let left = Sum(previous, equation.Left)
           let right = Sum(current, equation.Right)
           // What asks a question is told of the body, where its history explains it; a record keeps what cannot be right.
           where !equation.IsQuestion && left is not null && right is not null && !equation.Holds(left.Value, right.Value)
           // Whose mistake it is, two years of two documents cannot tell.
           select new Violation(equation.Name, left.Value, right.Value, [.. equation.Left.Concat(equation.Right).Select(cell => cell.Id)], ViolationCause.Unclear),
    ];

    private static decimal? Sum(IReadOnlyDictionary<CellId, decimal?> values, ImmutableArray<FormCell> cells) =>
        cells.Aggregate((decimal?)0, (sum, cell) => sum + values.GetValueOrDefault(cell.Id));
}
