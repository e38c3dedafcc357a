using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Scoring;

/// <summary>What a model makes of a report's evidence: the confidences of its cells and of itself, and whether it needs a person.</summary>
public static class ReportConfidence
{
    // Below the least that cells of a form without a doubt have, above what a dispute between strategies leaves.
    private const double LeastCell = 0.99;

    // A form of dashes alone states nothing; bodies that had nothing to report still print their documents, licences and penalties.
    private const int FewestNumbers = 5;

    /// <param name="evidence">One a cell of the report, in its order.</param>
    public static AnnualReport Under(ConfidenceModel model, AnnualReport report, ImmutableArray<CellEvidence> evidence)
    {
        var isRecognised = report.Cells.Any(cell => cell.Source is OcrLocator);
        var cells = report.Cells.Zip(evidence, (cell, its) => cell with { Confidence = Math.Min(model.Cell.Probability(its), RecognitionDoubt.Most(cell, its, isRecognised, report.Issues)) }).ToImmutableArray();
        var confidence = model.Record.Probability(RecordEvidence.Of([.. cells.Select(cell => cell.Confidence)], evidence, report.Violations));
        return AcceptedFrom(model.Threshold, report with { Cells = cells, Confidence = confidence });
    }

    /// <summary>The report, accepted when it is at least that sure and nothing that only a person can judge speaks against it.</summary>
    public static AnnualReport AcceptedFrom(double threshold, AnnualReport report) => report with
    {
        Status = report.Confidence >= threshold && Safeguards.All(holds => holds(report)) ? ReviewStatus.Accepted : ReviewStatus.Review,
    };

    private static ImmutableArray<Func<AnnualReport, bool>> Safeguards { get; } =
    [
        // A record that cannot be filed under a body and a year is of no use unseen, however sure its numbers are.
        report => report.Authority is not null && report.Year is not null,
        report => !report.Issues.Any(issue => HoldsBack(issue, report)),
        // One disputed cell weighs little in the whole, but one in twenty of them was wrong.
        report => report.Cells.All(cell => cell.Confidence >= LeastCell),
        // Words where a number should stand are something that was not understood, such as the foot of a page within a cell.
        report => report.Cells.All(cell => NumberText.Of(cell.Raw ?? string.Empty) is var number && (cell.Value is not null ? !number.IsUnusual : number.IsBlank)),
        report => report.Cells.All(cell => IsSettled(cell.Evidence)),
        // Whose mistake a broken check is, only a person can tell where the page itself is not known to be at fault.
        report => report.Violations.All(violation => violation.Cause == ViolationCause.Publisher),
        IsInformed,
    ];

    // Fonts that do not name their characters pass glyph numbers off as digits: a printed 12 was read as 23. Two readers that see different numbers
    // on one page, and a spot that may look otherwise than it reads, leave it to a person what is printed.
    private static bool HoldsBack(Issue issue, AnnualReport report) =>
        issue.Code is IssueReasons.AuthorityOfSite or IssueReasons.AuthorityContested or IssueReasons.YearContested or IssueReasons.Unfinished or IssueReasons.YearDerived or IssueReasons.OtherYear or IssueReasons.RivalTables or IssueReasons.FigureDisplaced or IssueReasons.ColumnsReordered or IssueReasons.HtmlTableImage or IssueReasons.Incomplete or IssueReasons.LabelDoubtful or IssueReasons.ToUnicodeMissing or IssueReasons.GlyphsUnmapped or IssueReasons.ReadersDiffer
            or IssueReasons.TotalUnstated or IssueReasons.OcrCoarse or IssueReasons.OcrPagesUnread or IssueReasons.OcrTextAlone
        || (issue.Code == IssueReasons.OcrDisputed && (issue.Where is not OcrLocator spot || report.Cells.Any(cell => cell.Source is OcrLocator its && its.Holds(spot))))
        || (issue.Code.StartsWith(AppearanceReasons.Prefix, StringComparison.Ordinal) && (issue.Where is null || report.Cells.Any(cell => cell.Source == issue.Where)));

    // Two numbers for one cell are for a person to choose between, and so is what two strategies read of it where no third nor a sum decides.
    private static bool IsSettled(IReadOnlyList<string> evidence) => !evidence.Contains(EvidenceReasons.SpotsSeveral)
        && (!evidence.Contains(EvidenceReasons.ReadingsDiffer) || evidence.Contains(EvidenceReasons.ReadingsAgree) || evidence.Contains(EvidenceReasons.ChecksHold));

    // Where all is blank no equation fails, and nothing says that the blanks are the page's: figures given as pictures leave such a record. A sign
    // for a blank is printed as a number is.
    private static bool IsInformed(AnnualReport report) =>
        report.Cells.Any(cell => cell.Evidence.Contains(EvidenceReasons.ChecksHold))
        || (report.Cells.Count(cell => cell.Value is not null || cell.Raw is { Length: > 0 }) * 2 >= report.Cells.Count && report.Cells.Count(cell => cell.Value is not null) >= FewestNumbers);
}
