using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;

namespace Pipeline.Extractor.Checks;

/// <summary>
/// The arithmetic of the official forms. A blank addend counts as zero, and so does one that the page leaves out of a sum; a check whose total is
/// blank is not evaluated, nor is a balance whose four cells are all blank or of which one is not on the page.
/// </summary>
internal static class FormArithmetic
{
    /// <param name="value">Value of a cell; null for a blank and for a cell not on the page.</param>
    /// <param name="isRead">Whether the cell was found on the page, blank or not; null where all are to be taken so.</param>
    public static ImmutableArray<CheckOutcome> Evaluate(OfficialForm form, Func<FormCell, decimal?> value, Func<FormCell, bool>? isRead = null) =>
    [
        .. form.Equations.Where(equation => equation.IsSum || isRead is null || equation.Left.Concat(equation.Right).All(isRead))
            .Select(equation => Evaluate(equation, value)).OfType<CheckOutcome>(),
    ];

    /// <summary>Cells of totals that are blank although numbers other than zero stand beside them: their row may have lost a cell.</summary>
    public static ImmutableArray<CellId> UnstatedTotals(OfficialForm form, Func<FormCell, decimal?> value) =>
    [
        .. form.Equations.Where(equation => equation.IsSum && value(equation.Left[0]) is null && equation.Right.Any(cell => value(cell) is not (null or 0)))
            .Select(equation => equation.Left[0].Id),
    ];

    /// <returns>Null where too little is stated.</returns>
    public static CheckOutcome? Evaluate(Equation equation, Func<FormCell, decimal?> value)
    {
        var left = Sum(equation.Left, value);
        if (left is null && equation.Left.Length == 1)
            return null;
        var right = Sum(equation.Right, value);
        return left is null && right is null ? null : new CheckOutcome(equation, left ?? 0, right ?? 0);
    }

    /// <returns>Null where none of the cells states a number.</returns>
    private static decimal? Sum(ImmutableArray<FormCell> cells, Func<FormCell, decimal?> value)
    {
        decimal? sum = null;
        foreach (var cell in cells)
        {
            if (value(cell) is { } number)
                sum = (sum ?? 0) + number;
        }

        return sum;
    }
}
