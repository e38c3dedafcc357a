using System.Collections.Immutable;
using Pipeline.Contracts.Forms;

namespace Pipeline.Bodies.Findings;

/// <summary>Looks for the one body, or the government itself, whose report would explain why a sum differs.</summary>
internal static class Explanation
{
    // A figure is out of line from three times the usual on: below, years differ like that.
    private const double OutOfLine = 1.1;

    public static (FindingCause? Cause, ImmutableArray<long> Suspects) Of(YearSum sum, IReadOnlyList<BodyReports> bodies)
    {
        var whole = Whole(sum).Distinct().ToList();
        if (whole.Count > 0)
            return (whole[0].Cause, [.. whole.Where(pair => pair.Cause == whole[0].Cause).Select(pair => pair.Body)]);
        ImmutableArray<long> broken = [.. sum.Present.Where(pair => WouldAddUp(pair.Report, sum, 1)).Select(pair => pair.Body.Body)];
        if (!broken.IsEmpty)
            return (FindingCause.BodySlip, broken);
        if (WouldAddUp(sum.Report, sum, -1))
            return (FindingCause.GovernmentSlip, []);
        ImmutableArray<long> odd = [.. bodies.Where(body => body.On(sum.Report.Year) is { } report && sum.Differing.Any(cell => IsMended(body, report, cell))).Select(body => body.Body)];
        return odd.IsEmpty ? (null, []) : (FindingCause.BodySlip, odd);
    }

    // The whole difference is the report of one body, in every cell.
    private static IEnumerable<(FindingCause Cause, long Body)> Whole(YearSum sum)
    {
        foreach (var (body, report) in sum.Present)
        {
            var before = body.On(report.Year - 1);
            if (sum.Compared.Any(cell => Value(report, cell) != 0) && sum.Compared.All(cell => cell.Difference == -Value(report, cell)))
                yield return (FindingCause.LeftOut, body.Body);
            else if (sum.Compared.Any(cell => Value(report, cell) != 0) && sum.Compared.All(cell => cell.Difference == Value(report, cell)))
                yield return (FindingCause.CountedTwice, body.Body);
            else if (before is not null && sum.Compared.All(cell => cell.Difference == Value(before, cell) - Value(report, cell)))
                yield return (FindingCause.YearBefore, body.Body);
        }
    }

    private static decimal Value(YearReport report, SumCell cell) => report[cell.Cell.Id] ?? 0;

    /// <summary>Whether a sum within the report does not hold, and would with the figures that the other side asks for.</summary>
    private static bool WouldAddUp(YearReport report, YearSum sum, int sign)
    {
        var changes = sum.Differing.ToDictionary(cell => cell.Cell.Index, cell => sign * cell.Difference);
        return report.Form.Equations.Any(equation =>
            equation.Left.Concat(equation.Right).Any(cell => changes.ContainsKey(cell.Index)) && report.Sum(equation.Left) is { } left && report.Sum(equation.Right) is { } right && !equation.Holds(left, right)
            && equation.Holds(left + Changed(equation.Left), right + Changed(equation.Right)));

        decimal Changed(ImmutableArray<FormCell> cells) => cells.Sum(cell => changes.GetValueOrDefault(cell.Index));
    }

    // With what the sum lacks the body's figure would be as in its other years, and as printed it is not.
    private static bool IsMended(BodyReports body, YearReport report, SumCell cell)
    {
        var others = body.Reports.Where(other => other.Year != report.Year).Select(other => other[cell.Cell.Id]).OfType<decimal>().Select(value => (double)value).ToList();
        if (others.Count == 0 || report[cell.Cell.Id] is not { } printed || printed + cell.Difference < 0)
            return false;
        var usual = Math.Log(1 + Sample.Middle(others));
        var off = Math.Abs(Math.Log(1 + (double)printed) - usual);
        return off > OutOfLine && Math.Abs(Math.Log(1 + (double)(printed + cell.Difference)) - usual) < off / 2;
    }
}
