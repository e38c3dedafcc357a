using System.Collections.Immutable;
using System.Globalization;
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
    /// <param name="answers">Doubts about looks that go where the second reading, itself without a doubt, agrees.</param>
    /// <returns>The report with its evidence and, where they differ, an issue.</returns>
    public static ExplainedReport Between(ExplainedReport read, AnnualReport? other, ImmutableArray<string> answers)
    {
        var report = read.Report;
        var values = other?.Cells.ToDictionary(cell => cell.Cell, cell => cell.Value) ?? [];
        var agrees = report.Cells.Select(cell => cell.Rule != RuleReasons.Inferred && values.TryGetValue(cell.Cell, out var value) && value == cell.Value).ToList();
        ImmutableArray<CellEvidence> judged = [.. read.Evidence.Zip(agrees, (its, agree) => its with { ReadersAgree = agree ? 1 : 0, ReadersDiffer = agree ? 0 : 1 })];
        var disputed = report.Cells.Where((_, i) => !agrees[i]).ToList();
        var issues = report.Issues.Where(issue => !answers.Contains(issue.Code) || !IsAnswered(issue, report, other, disputed));
        return read with
        {
            Evidence = judged,
            Report = report with
            {
                Cells = [.. report.Cells.Zip(judged, (cell, its) => cell with { Evidence = its.Codes() })],
                Issues = disputed.Count == 0 ? [.. issues] : [.. issues, answers.IsEmpty ? OfFile([.. disputed.Select(cell => cell.Cell)]) : OfPage(disputed, values)],
            },
        };
    }

    // A doubt about a cell goes when that cell agrees, one about the page when all do.
    private static bool IsAnswered(Issue issue, AnnualReport report, AnnualReport? other, List<CellReading> disputed)
    {
        var concerned = issue.Where is null ? report.Cells : [.. report.Cells.Where(cell => cell.Source == issue.Where)];
        return other is not null && !concerned.Any(disputed.Contains) && !concerned.Any(cell => IsDoubtful(other, cell.Cell));
    }

    private static bool IsDoubtful(AnnualReport other, CellId id)
    {
        var place = other.Cells.FirstOrDefault(cell => cell.Cell == id)?.Source;
        return other.Issues.Any(issue => issue.Code.StartsWith(AppearanceReasons.Prefix, StringComparison.Ordinal) && (issue.Where is null || issue.Where == place));
    }

    private static Issue OfPage(List<CellReading> disputed, Dictionary<CellId, decimal?> painted) => new(IssueReasons.ReadersDiffer, IssueSeverity.Warning,
        $"The page as painted differs from its markup in {disputed.Count} cells: {string.Join(", ", disputed.Take(MostNamed).Select(cell => $"{cell.Cell} {Named(cell.Value)} in the markup, {Named(painted.GetValueOrDefault(cell.Cell))} as painted"))}{(disputed.Count > MostNamed ? " …" : "")}. Compare them with the page.");

    private static string Named(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "blank";

    private static Issue OfFile(List<CellId> disputed) => new(IssueReasons.ReadersDiffer, IssueSeverity.Warning,
        $"Two readers of the file differ in {disputed.Count} cells: {string.Join(", ", disputed.Take(MostNamed))}{(disputed.Count > MostNamed ? " …" : "")}. Compare them with the page.");
}
