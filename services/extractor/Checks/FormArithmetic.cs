using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;

namespace Pipeline.Extractor.Checks;

/// <summary>
/// The arithmetic of the official forms. A blank addend counts as zero; a check whose total is blank is not evaluated, nor is a balance
/// whose four cells are all blank.
/// </summary>
public static class FormArithmetic
{
    public static ImmutableArray<string> Applicants { get; } = ["natural_person", "commercial", "research", "social", "legal_service", "other"];

    private static readonly ImmutableArray<string> RemedyGroups = ["reconsideration", "litigation_direct", "litigation_after"];

    private static readonly ImmutableArray<string> RemedyOutcomes = ["upheld", "corrected", "other", "pending"];

    private static readonly Dictionary<string, ImmutableArray<Equation>> Equations = OfficialForm.All.ToDictionary(form => form.Id, form => EquationsOf(form).ToImmutableArray());

    /// <param name="value">Value of a cell; null for a blank and for a cell not on the page.</param>
    public static ImmutableArray<CheckOutcome> Evaluate(OfficialForm form, Func<CellId, decimal?> value) =>
        [.. Equations[form.Id].Select(equation => equation.Evaluate(value)).OfType<CheckOutcome>()];

    /// <summary>Cells of totals that are blank although numbers other than zero stand beside them: their row may have lost a cell.</summary>
    public static ImmutableArray<CellId> UnstatedTotals(OfficialForm form, Func<CellId, decimal?> value) =>
    [
        .. Equations[form.Id].Where(equation => equation.Left.Length == 1 && value(equation.Left[0]) is null && equation.Right.Any(cell => value(cell) is not (null or 0)))
            .Select(equation => equation.Left[0]),
    ];

    private static IEnumerable<Equation> EquationsOf(OfficialForm form)
    {
        string[] rows = ["new", "carried_over", .. form.ResultRows, "handled_total", "carried_forward"];
        foreach (var row in rows)
            yield return new Equation($"row_total:{row}", [Application(row, "total")], [.. Applicants.Select(column => Application(row, column))]);
        foreach (var column in (string[])[.. Applicants, "total"])
        {
            yield return new Equation($"balance:{column}", [Application("new", column), Application("carried_over", column)],
                [Application("handled_total", column), Application("carried_forward", column)]);
            yield return new Equation($"handled_total:{column}", [Application("handled_total", column)], [.. form.ResultRows.Select(row => Application(row, column))]);
        }

        foreach (var group in RemedyGroups)
            yield return new Equation($"remedy_total:{group}", [Remedy(group, "total")], [.. RemedyOutcomes.Select(outcome => Remedy(group, outcome))]);
    }

    private static CellId Application(string row, string column) => new($"applications.{row}.{column}");

    private static CellId Remedy(string group, string outcome) => new($"remedies.{group}.{outcome}");

    private sealed record Equation(string Name, ImmutableArray<CellId> Left, ImmutableArray<CellId> Right)
    {
        public CheckOutcome? Evaluate(Func<CellId, decimal?> value)
        {
            var left = Left.Select(value).ToArray();
            var right = Right.Select(value).ToArray();
            var unstated = Left.Length == 1 ? left[0] is null : left.Concat(right).All(number => number is null);
            return unstated ? null : new CheckOutcome(Name, left.Sum() ?? 0, right.Sum() ?? 0, [.. Left, .. Right]);
        }
    }
}
