using System.Collections.Immutable;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Scoring;

/// <summary>What speaks for and against a whole record, each feature 0..1.</summary>
/// <param name="LowestDoubt">1 minus the confidence of the least certain cell.</param>
/// <param name="ExpectedErrors">Cells expected to be wrong, the sum of the doubts; 1 for one or more.</param>
/// <param name="Leftovers">Numbers left over among the tables, 0 for none to 1 for a row's width or more.</param>
/// <param name="DoubtfulAbsences">Share of the form's cells that may have been missed.</param>
/// <param name="DoubtfulChecks">1 when a check is broken and the page itself is not known to be at fault.</param>
public sealed record RecordEvidence(double LowestDoubt, double ExpectedErrors, double Leftovers, double DoubtfulAbsences, double DoubtfulChecks)
{
    public static ImmutableArray<EvidenceFeature<RecordEvidence>> Features { get; } =
    [
        new("lowest_doubt", false, evidence => evidence.LowestDoubt),
        new("expected_errors", false, evidence => evidence.ExpectedErrors),
        new("leftovers", false, evidence => evidence.Leftovers),
        new("doubtful_absences", false, evidence => evidence.DoubtfulAbsences),
        new("doubtful_checks", false, evidence => evidence.DoubtfulChecks),
    ];

    /// <param name="confidences">Of every cell.</param>
    /// <param name="evidence">Of every cell.</param>
    public static RecordEvidence Of(IReadOnlyCollection<double> confidences, IReadOnlyCollection<CellEvidence> evidence, IEnumerable<Violation> violations) => new(
        LowestDoubt: confidences.Max(confidence => 1 - confidence),
        ExpectedErrors: Math.Min(1, confidences.Sum(confidence => 1 - confidence)),
        Leftovers: evidence.Max(cell => cell.Leftovers),
        DoubtfulAbsences: evidence.Average(cell => cell.DoubtfulAbsence),
        DoubtfulChecks: violations.Any(violation => violation.Cause != ViolationCause.Publisher) ? 1 : 0);
}
