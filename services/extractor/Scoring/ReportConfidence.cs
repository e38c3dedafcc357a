using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Comparison;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Scoring;

/// <summary>What a model makes of a report's evidence: the confidences of its cells and of itself, and whether it needs a person.</summary>
public static class ReportConfidence
{
    // Below the least that cells of a form without a doubt have, above what a dispute between strategies leaves.
    private const double LeastCell = 0.99;

    /// <summary>Code of the issue that a total is blank beside printed addends: a row that has lost a cell shows so.</summary>
    public const string TotalUnstated = "check.total-unstated";

    /// <summary>Code of the issue that only the site around the report names a body.</summary>
    public const string AuthorityOfSite = "authority.of-site";

    /// <param name="evidence">One a cell of the report, in its order.</param>
    public static AnnualReport Under(ConfidenceModel model, AnnualReport report, ImmutableArray<CellEvidence> evidence)
    {
        var cells = report.Cells.Zip(evidence, (cell, its) => cell with { Confidence = model.Cell.Probability(its) }).ToImmutableArray();
        var confidence = model.Record.Probability(RecordEvidence.Of([.. cells.Select(cell => cell.Confidence)], evidence, report.Violations));
        return AcceptedFrom(model.Threshold, report with { Cells = cells, Confidence = confidence });
    }

    /// <summary>The report, accepted when it is at least that sure.</summary>
    public static AnnualReport AcceptedFrom(double threshold, AnnualReport report)
    {
        // A record that cannot be filed under a body and a year is of no use unseen, however sure its numbers are.
        var canBeFiled = report.Authority is not null && report.Year is not null && !report.Issues.Any(issue => issue.Code == AuthorityOfSite);
        // Fonts that do not name their characters pass glyph numbers off as digits: a printed 12 was read as 23.
        var isLegible = !report.Issues.Any(issue => issue.Code is "pdf.to-unicode-missing" or "pdf.glyphs-unmapped" or IssueReasons.OcrCoarse or IssueReasons.OcrPagesUnread);
        // Two readers that see different numbers on one page leave it to a person which of them is printed.
        var isUndisputed = !report.Issues.Any(issue => issue.Code == ReaderAgreement.Dispute);
        // One disputed cell weighs little in the whole, but one in twenty of them was wrong.
        var isSureOfEach = report.Cells.All(cell => cell.Confidence >= LeastCell);
        var isWhole = !report.Issues.Any(issue => issue.Code == TotalUnstated);
        // Words where a number should stand are something that was not understood, such as the foot of a page within a cell.
        var isOfNumbers = report.Cells.All(cell => cell.Value is not null || NumberText.Of(cell.Raw ?? string.Empty).IsBlank);
        // Whose mistake a broken check is, only a person can tell where the page itself is not known to be at fault.
        var isPublishers = report.Violations.All(violation => violation.Cause == ViolationCause.Publisher);
        var isSafe = report.Confidence >= threshold && canBeFiled && isLegible && isUndisputed && isWhole && isOfNumbers && isSureOfEach && isPublishers;
        return report with { Status = isSafe ? ReviewStatus.Accepted : ReviewStatus.Review };
    }
}
