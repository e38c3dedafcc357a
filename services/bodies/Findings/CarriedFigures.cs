using System.Collections.Immutable;
using Pipeline.Contracts.Forms;

namespace Pipeline.Bodies.Findings;

/// <summary>Holds the equations that a form declares across years against a body's reports on two years in a row.</summary>
public static class CarriedFigures
{
    public static IEnumerable<Finding> Of(BodyReports body) =>
        from pair in body.Reports.Zip(body.Reports.Skip(1))
        where pair.Second.Year == pair.First.Year + 1 && pair.First.Form.Genre == pair.Second.Form.Genre
        from rule in pair.Second.Form.YearEquations.GroupBy(equation => (equation.Kind, equation.IsQuestion))
        let broken = rule.Select(equation => Broken(equation, pair.First, pair.Second)).OfType<FindingCell>().ToImmutableArray()
        where !broken.IsEmpty
        select new Finding(
            rule.Key.IsQuestion ? FindingKind.Continued : FindingKind.Carried, rule.Key.IsQuestion ? FindingOutcome.Question : FindingOutcome.Disagrees,
            body.Body, pair.Second.Year, rule.Key.Kind, [pair.Second.RecordId, pair.First.RecordId], broken, [], [], null);

    private static FindingCell? Broken(Equation equation, YearReport before, YearReport now) =>
        before.Sum(equation.Left) is { } left && now.Sum(equation.Right) - now.Sum(equation.Less) is { } right && !equation.Holds(left, right)
            ? new FindingCell(equation.Right[0].Id, left, right)
            : null;
}
