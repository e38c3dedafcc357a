using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Scoring;

/// <summary>What speaks for and against a whole record, each feature 0..1.</summary>
/// <param name="LowestDoubt">1 minus the confidence of the least certain cell.</param>
/// <param name="ExpectedErrors">Cells expected to be wrong, the sum of the doubts; 1 for one or more.</param>
/// <param name="Leftovers">1 when a number was left over among the tables.</param>
/// <param name="DoubtfulAbsences">1 when a cell may have been missed.</param>
/// <param name="Gaps">1 when a cell is missing from the table of applications, though its totals say that what was read is all.</param>
/// <param name="DoubtfulChecks">1 when a check is broken and the page itself is not known to be at fault.</param>
public sealed record RecordEvidence(double LowestDoubt, double ExpectedErrors, double Leftovers, double DoubtfulAbsences, double Gaps, double DoubtfulChecks)
{
    public static ImmutableArray<EvidenceFeature<RecordEvidence>> Features { get; } =
    [
        new("lowest_doubt", false, evidence => evidence.LowestDoubt),
        new("expected_errors", false, evidence => evidence.ExpectedErrors),
        new(EvidenceFeatures.Leftovers, false, evidence => evidence.Leftovers),
        new("doubtful_absences", false, evidence => evidence.DoubtfulAbsences),
        new("gaps", false, evidence => evidence.Gaps),
        new("doubtful_checks", false, evidence => evidence.DoubtfulChecks),
    ];

    /// <param name="confidences">Of every cell.</param>
    /// <param name="evidence">Of every cell.</param>
    public static RecordEvidence Of(IReadOnlyCollection<double> confidences, IReadOnlyCollection<CellEvidence> evidence, IEnumerable<Violation> violations) => new(
        LowestDoubt: confidences.Max(confidence => 1 - confidence),
        ExpectedErrors: Math.Min(1, confidences.Sum(confidence => 1 - confidence)),
        Leftovers: evidence.Any(cell => cell.Leftovers > 0) ? 1 : 0,
        DoubtfulAbsences: evidence.Max(cell => cell.DoubtfulAbsence),
        Gaps: evidence.Max(cell => cell.Gap),
        DoubtfulChecks: violations.Any(violation => violation.Cause != ViolationCause.Publisher) ? 1 : 0);
}
