using System.Collections.Immutable;
using Pipeline.Contracts.Forms;

namespace Pipeline.Bodies.Findings;

/// <summary>
/// Finds reports that print another year's figures again: every cell alike, and the cells together too telling for chance. Totals, and what is the same from year to year by
/// its nature, tell nothing.
/// </summary>
public static class RepostedFigures
{
    // A township with four applications a year is alike by chance; 20 bits are one chance in a million for a body, and a country has a million pairs of years with mostly far less in them.
    private const double LeastBits = 20;

    public static IEnumerable<Finding> Of(BodyReports body)
    {
        for (var later = 1; later < body.Reports.Length; later++)
        {
            for (var earlier = later - 1; earlier >= 0; earlier--)
            {
                var (report, other) = (body.Reports[later], body.Reports[earlier]);
                if (report.Form == other.Form && IsSame(report, other))
                {
                    yield return new Finding(FindingKind.Reposted, FindingOutcome.Question, body.Body, report.Year, "", [report.RecordId, other.RecordId], Shown(report, other), [], [], null);
                    break;
                }
            }
        }
    }

    private static bool IsSame(YearReport report, YearReport other)
    {
        double bits = 0;
        foreach (var cell in Telling(report.Form))
        {
            if (report.Values[cell.Index] != other.Values[cell.Index])
                return false;
            bits += report.Values[cell.Index] is { } value ? Math.Log2(1 + (double)Math.Abs(value)) : 0;
        }

        return bits >= LeastBits;
    }

    private static ImmutableArray<FindingCell> Shown(YearReport report, YearReport other) =>
        [.. Telling(report.Form).Where(cell => report.Values[cell.Index] is not (null or 0)).Select(cell => new FindingCell(cell.Id, other.Values[cell.Index], report.Values[cell.Index]))];

    private static IEnumerable<FormCell> Telling(OfficialForm form)
    {
        var bound = form.Equations.Where(equation => equation.IsSum).SelectMany(equation => equation.Left)
            .Concat(form.YearEquations.SelectMany(equation => equation.Left.Concat(equation.Right))).Select(cell => cell.Index).ToHashSet();
        return form.Cells.Where(cell => !bound.Contains(cell.Index));
    }
}
