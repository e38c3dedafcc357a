using System.Collections.Immutable;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Scoring;

/// <summary>What a model makes of a report's evidence: the confidences of its cells and of itself, and whether it needs a person.</summary>
public static class ReportConfidence
{
    /// <param name="evidence">One a cell of the report, in its order.</param>
    public static AnnualReport Under(ConfidenceModel model, AnnualReport report, ImmutableArray<CellEvidence> evidence)
    {
        var cells = report.Cells.Zip(evidence, (cell, its) => cell with { Confidence = model.Cell.Probability(its) }).ToImmutableArray();
        var confidence = model.Record.Probability(RecordEvidence.Of([.. cells.Select(cell => cell.Confidence)], evidence, report.Violations));
        // A record that cannot be filed under a body and a year is of no use unseen, however sure its numbers are.
        var isSafe = confidence >= model.Threshold && report.Authority is not null && report.Year is not null;
        return report with { Cells = cells, Confidence = confidence, Status = isSafe ? ReviewStatus.Accepted : ReviewStatus.Review };
    }
}
