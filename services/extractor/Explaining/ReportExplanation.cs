using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor.Explaining;

/// <summary>Why a record has its confidence and its status, and the same of its cells.</summary>
/// <param name="Threshold">Least confidence of an accepted record.</param>
public sealed record ReportExplanation(
    string? Authority,
    int? Year,
    string Form,
    ReviewStatus Status,
    double Confidence,
    double Threshold,
    ImmutableArray<Contribution> Contributions,
    IReadOnlyList<Violation> Violations,
    ImmutableArray<CellExplanation> Cells)
{
    public static ReportExplanation Of(ExplainedReport explained, SourceDocument document, ConfidenceModel model)
    {
        var report = explained.Report;
        var evidence = RecordEvidence.Of([.. report.Cells.Select(cell => cell.Confidence)], explained.Evidence, report.Violations);
        return new ReportExplanation(
            report.Authority, report.Year, report.Form, report.Status, report.Confidence, model.Threshold,
            Contribution.Of(model.Record, evidence), report.Violations, CellExplanation.Of(explained, document, model));
    }
}
