using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Evaluation.Corpora;

namespace Pipeline.Evaluation.Scores;

/// <summary>One truth against the report read for it.</summary>
/// <param name="Cells">Every cell of the report with whether it is right; empty where there is no report.</param>
internal sealed record RecordScore(Counts Counts, ImmutableArray<Judged> Cells, ImmutableArray<WrongCell> Wrong)
{
    public bool IsExact => Counts.Exact == 1;

    public static RecordScore Of(TruthRecord truth, AnnualReport? report)
    {
        var read = (report?.Cells ?? []).ToDictionary(cell => cell.Cell.ToString(), StringComparer.Ordinal);
        var unknown = read.Values.Where(cell => !truth.Cells.ContainsKey(cell.Cell.ToString()) && cell.Value is not null).ToList();
        var right = truth.Cells.Where(cell => read.GetValueOrDefault(cell.Key)?.Value == cell.Value).Select(cell => cell.Key).ToHashSet(StringComparer.Ordinal);
        var cells = truth.Cells.Where(cell => read.ContainsKey(cell.Key)).Select(cell => new Judged(read[cell.Key].Confidence, right.Contains(cell.Key)))
            .Concat(unknown.Select(cell => new Judged(cell.Confidence, IsRight: false)));
        var wrong = truth.Cells.Where(cell => !right.Contains(cell.Key)).Select(cell => new WrongCell(cell.Key, cell.Value, read.GetValueOrDefault(cell.Key)?.Value))
            .Concat(unknown.Select(cell => new WrongCell(cell.Cell.ToString(), null, cell.Value)));
        var counts = CellCounts(truth, read, right, unknown.Count(cell => cell.Value != 0));
        var isExact = right.Count == truth.Cells.Count && unknown.Count == 0;
        return new RecordScore(report is null ? counts : counts + FactCounts(truth, report, isExact), [.. cells], [.. wrong]);
    }

    private static Counts CellCounts(TruthRecord truth, Dictionary<string, CellReading> read, HashSet<string> right, int unknownNonzero)
    {
        var nonzeroRead = truth.Cells.Keys.Where(cell => IsNonzero(read.GetValueOrDefault(cell)?.Value)).ToList();
        return new Counts
        {
            Records = 1,
            Cells = truth.Cells.Count,
            CellsRight = right.Count,
            Nonzero = truth.Cells.Values.Count(IsNonzero),
            NonzeroRight = truth.Cells.Count(cell => IsNonzero(cell.Value) && right.Contains(cell.Key)),
            NonzeroRead = nonzeroRead.Count + unknownNonzero,
            NonzeroReadRight = nonzeroRead.Count(right.Contains),
        };
    }

    private static Counts FactCounts(TruthRecord truth, AnnualReport report, bool isExact)
    {
        var names = truth.Names();
        var authority = ComparableName.Of(report.Authority);
        var isAccepted = report.Status == ReviewStatus.Accepted;
        return new Counts
        {
            Exact = isExact ? 1 : 0,
            Year = report.Year == truth.Year ? 1 : 0,
            Form = report.Form == truth.Form ? 1 : 0,
            Authority = names.Contains(authority) ? 1 : 0,
            AuthorityStrict = names.Length > 0 && names[0] == authority ? 1 : 0,
            AuthorityContains = authority.Length > 0 && names.Any(name => name.Contains(authority, StringComparison.Ordinal) || authority.Contains(name, StringComparison.Ordinal)) ? 1 : 0,
            Accepted = isAccepted ? 1 : 0,
            AcceptedPaired = isAccepted ? 1 : 0,
            AcceptedExact = isAccepted && isExact ? 1 : 0,
        };
    }

    private static bool IsNonzero(decimal? value) => value is not (null or 0);
}
