namespace Pipeline.Extractor.Scoring;

/// <summary>
/// A logistic model over <see cref="CellEvidence"/>: every weight has the sign that its feature's name promises, so that more evidence
/// never lowers a confidence.
/// </summary>
public sealed record ConfidenceModel
{
    public static ConfidenceModel Default { get; } = new();

    public double Base { get; init; } = 6.0;

    public double LabelDoubt { get; init; } = -6.0;

    public double Agreement { get; init; } = 1.0;

    public double Dispute { get; init; } = -2.0;

    public double Contest { get; init; } = -2.0;

    public double Decoration { get; init; } = -0.5;

    public double OtherText { get; init; } = -4.0;

    public double ChecksHeld { get; init; } = 1.0;

    public double ChecksBroken { get; init; } = -1.5;

    public double Absence { get; init; } = -0.5;

    public double DoubtfulAbsence { get; init; } = -5.0;

    public double Leftovers { get; init; } = -6.0;

    /// <summary>Probability that the cell is read right, 0..1, rounded to four places so that records are stable.</summary>
    public double Confidence(CellEvidence evidence)
    {
        var logit = Base
            + (LabelDoubt * evidence.LabelDoubt)
            + (Agreement * evidence.Agreement)
            + (Dispute * evidence.Dispute)
            + (Contest * evidence.Contest)
            + (Decoration * evidence.Decoration)
            + (OtherText * evidence.OtherText)
            + (ChecksHeld * evidence.ChecksHeld)
            + (ChecksBroken * evidence.ChecksBroken)
            + (Absence * evidence.Absence)
            + (DoubtfulAbsence * evidence.DoubtfulAbsence)
            + (Leftovers * evidence.Leftovers);
        return Math.Round(1 / (1 + Math.Exp(-logit)), 4);
    }
}
