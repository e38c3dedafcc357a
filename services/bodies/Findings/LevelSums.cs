using System.Collections.Immutable;
using Pipeline.Contracts.Forms;

namespace Pipeline.Bodies.Findings;

/// <summary>
/// Holds a government's consolidated report against the sum of its bodies' reports, cell by cell. That the bodies known are all there are is not taken for granted: it is
/// believed where they add up in another year, or where the user's file lists them.
/// </summary>
public static class LevelSums
{
    public static IEnumerable<Finding> Of(BodyReports government, IReadOnlyList<BodyReports> bodies)
    {
        if (bodies.Count == 0)
            return [];
        var years = government.Reports.Select(report => YearSum.Of(report, bodies)).Where(sum => sum.Compared.Count > 0).ToList();
        var isComplete = bodies.Any(body => body.IsDeclared) || years.Exists(sum => sum.AgreesTellingly);
        var isConsolidated = years.Exists(sum => sum.AgreesTellingly) || !years.TrueForAll(sum => sum.IsBelowNearlyEverywhere);
        return years.Select(sum => FindingOf(government, bodies, sum, isComplete, isConsolidated));
    }

    private static Finding FindingOf(BodyReports government, IReadOnlyList<BodyReports> bodies, YearSum sum, bool isComplete, bool isConsolidated)
    {
        ImmutableArray<FindingCell> differing = [.. sum.Differing.Select(cell => new FindingCell(cell.Cell.Id, cell.Stated, cell.Sum))];
        if (differing.IsEmpty)
            return With(FindingOutcome.Agrees, [.. sum.Compared.Where(cell => cell.Stated != 0).Select(cell => new FindingCell(cell.Cell.Id, cell.Stated, cell.Sum))], [], [], null);
        if (!isConsolidated)
            return With(FindingOutcome.Undecided, differing, [], [], FindingCause.NotConsolidated);
        // What is missing can only add, but for changes, which may be negative: a sum above the government's figure stays above.
        if (!sum.Differing.Any(cell => cell.Sum > cell.Stated && cell.Cell.Domain != NumberDomain.Change))
        {
            if (sum.Missing.Length > 0)
                return With(FindingOutcome.Undecided, differing, [], sum.Missing, FindingCause.ReportsMissing);
            if (!isComplete)
                return With(FindingOutcome.Undecided, differing, [], [], FindingCause.BodiesUnknown);
        }

        var (cause, suspects) = Explanation.Of(sum, bodies);
        return With(FindingOutcome.Disagrees, differing, suspects, sum.Missing, cause);

        Finding With(FindingOutcome outcome, ImmutableArray<FindingCell> cells, ImmutableArray<long> suspects, ImmutableArray<long> missing, FindingCause? cause) =>
            new(FindingKind.Sum, outcome, government.Body, sum.Report.Year, "", [sum.Report.RecordId], cells, suspects, missing, cause);
    }
}

/// <param name="Stated">By the government.</param>
/// <param name="Sum">Of its bodies' reports; one of them may leave the cell blank, which counts as nothing.</param>
internal sealed record SumCell(FormCell Cell, decimal Stated, decimal Sum)
{
    /// <summary>What the bodies' reports lack to the government's.</summary>
    public decimal Difference => Stated - Sum;
}

/// <summary>One year of a government beside its bodies.</summary>
/// <param name="Compared">Cells that the government states and that all bodies with a report state, or whose blank changes nothing.</param>
/// <param name="Missing">Bodies without a report on the year on the same form, unless it is known that none is to be expected.</param>
internal sealed record YearSum(YearReport Report, IReadOnlyList<(BodyReports Body, YearReport Report)> Present, ImmutableArray<long> Missing, IReadOnlyList<SumCell> Compared)
{
    // Two figures that agree may do so by chance where both are small.
    private const int TellingCells = 3;

    public IReadOnlyList<SumCell> Differing { get; } = [.. Compared.Where(cell => Math.Abs(cell.Difference) > Rounding(cell.Cell))];

    public bool AgreesTellingly => Differing.Count == 0 && Compared.Count(cell => cell.Stated != 0) >= TellingCells;

    public bool IsBelowNearlyEverywhere => Compared.Count(cell => cell.Stated < cell.Sum) * 2 > Compared.Count(cell => cell.Sum != 0);

    public static YearSum Of(YearReport report, IReadOnlyList<BodyReports> bodies)
    {
        var present = bodies.Select(body => (Body: body, Report: body.On(report.Year))).Where(pair => pair.Report?.Form == report.Form).Select(pair => (pair.Body, pair.Report!)).ToList();
        var missing = bodies.Where(body => body.On(report.Year)?.Form != report.Form && !(report.Year > body.LastExpected) && !(report.Year < body.FirstExpected)).Select(body => body.Body).ToImmutableArray();
        return new YearSum(report, present, missing, present.Count == 0 ? [] : [.. report.Form.Cells.Select(cell => Compare(cell, report, present)).OfType<SumCell>()]);
    }

    private static SumCell? Compare(FormCell cell, YearReport report, IReadOnlyList<(BodyReports Body, YearReport Report)> present)
    {
        if (report.Values[cell.Index] is not { } stated)
            return null;
        var sum = present.Sum(pair => pair.Report.Values[cell.Index] ?? 0);
        // A blank may stand for what is lacking.
        return stated > sum && present.Any(pair => pair.Report.Values[cell.Index] is null) ? null : new SumCell(cell, stated, sum);
    }

    // Amounts are rounded in each report.
    private static decimal Rounding(FormCell cell) => cell.Domain == NumberDomain.Amount ? 0.01m : 0;
}
