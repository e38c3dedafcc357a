using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor.Comparison;

/// <summary>Holds what two independent readers of the same bytes led to against each other, cell by cell. Only values are compared: places differ by hairs.</summary>
internal static class ReaderAgreement
{
    private const int MostNamed = 5;

    /// <param name="other">The report that the second reader led to; null when it led to none, so that nothing is confirmed.</param>
    /// <returns>The report with its evidence and, where they differ, an issue.</returns>
    public static ExplainedReport Between(ExplainedReport read, AnnualReport? other)
    {
        var report = read.Report;
        var values = other?.Cells.ToDictionary(cell => cell.Cell, cell => cell.Value) ?? [];
        var agrees = report.Cells.Select(cell => cell.Rule != RuleReasons.Inferred && values.TryGetValue(cell.Cell, out var value) && value == cell.Value).ToList();
        ImmutableArray<CellEvidence> judged = [.. read.Evidence.Zip(agrees, (its, agree) => its with { ReadersAgree = agree ? 1 : 0, ReadersDiffer = agree ? 0 : 1 })];
        var disputed = report.Cells.Where((_, i) => !agrees[i]).Select(cell => cell.Cell).ToList();
        return read with
        {
            Evidence = judged,
            Report = report with
            {
                Cells = [.. report.Cells.Zip(judged, (cell, its) => cell with { Evidence = its.Codes() })],
                Issues = disputed.Count == 0 ? report.Issues : [.. report.Issues, Issue(disputed)],
            },
        };
    }

    private static Issue Issue(List<CellId> disputed) => new(IssueReasons.ReadersDiffer, IssueSeverity.Warning,
        $"Two readers of the file differ in {disputed.Count} cells: {string.Join(", ", disputed.Take(MostNamed))}{(disputed.Count > MostNamed ? " …" : "")}. Compare them with the page.");
}
