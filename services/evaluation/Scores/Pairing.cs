using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Evaluation.Corpora;

namespace Pipeline.Evaluation.Scores;

/// <summary>Which report was meant to be which truth, where a page holds several.</summary>
/// <param name="Pairs">Every truth, with the report read for it; null where none is left.</param>
/// <param name="Strays">Reports that no truth is left for.</param>
internal sealed record Pairing(ImmutableArray<(TruthRecord Truth, AnnualReport? Report)> Pairs, ImmutableArray<AnnualReport> Strays)
{
    /// <summary>Best first: by the authority, then by the cells that are right, then by place.</summary>
    public static Pairing Of(ImmutableArray<TruthRecord> truths, ImmutableArray<AnnualReport> reports)
    {
        var candidates =
            from t in Enumerable.Range(0, truths.Length)
            from r in Enumerable.Range(0, reports.Length)
            orderby IsNamed(truths[t], reports[r]) descending, RightCells(truths[t], reports[r]) descending, t, r
            select (t, r);
        var of = new Dictionary<int, int>();
        var used = new HashSet<int>();
        foreach (var (t, r) in candidates)
        {
            if (!of.ContainsKey(t) && used.Add(r))
                of[t] = r;
        }

        return new Pairing(
            [.. truths.Select((truth, t) => (truth, of.TryGetValue(t, out var r) ? reports[r] : null))],
            [.. reports.Where((_, r) => !used.Contains(r))]);
    }

    /// <summary>Whether the report's authority is the truth's or one of its aliases.</summary>
    public static bool IsNamed(TruthRecord truth, AnnualReport report) => truth.Names().Contains(ComparableName.Of(report.Authority));

    private static int RightCells(TruthRecord truth, AnnualReport report)
    {
        var values = report.Cells.ToDictionary(cell => cell.Cell.ToString(), cell => cell.Value, StringComparer.Ordinal);
        return truth.Cells.Count(cell => cell.Value == values.GetValueOrDefault(cell.Key));
    }
}
