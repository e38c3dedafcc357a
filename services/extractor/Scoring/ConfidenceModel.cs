namespace Pipeline.Extractor.Scoring;

/// <summary>
/// A logistic model over <see cref="CellEvidence"/>: every weight has the sign that its feature's name promises, so that more evidence
/// never lowers a confidence.
/// </summary>
public sealed record ConfidenceModel
{
    public static ConfidenceModel Default { get; } = new();

    public double Base { get; init; } = 6.0;

    public double NotOnPage { get; init; } = -2.5;

    public double LabelDoubt { get; init; } = -6.0;

    public double Second { get; init; } = 1.0;

    public double Disputed { get; init; } = -2.0;

    public double Contested { get; init; } = -2.0;

    public double Decorated { get; init; } = -0.5;

    public double OtherText { get; init; } = -4.0;

    public double ChecksHeld { get; init; } = 1.0;

    public double ChecksBroken { get; init; } = -1.5;

    public double TableIncomplete { get; init; } = -1.0;

    /// <summary>Probability that the cell is read right, 0..1, rounded to four places so that records are stable.</summary>
    public double Confidence(CellEvidence evidence)
    {
        var logit = Base
            + (evidence.OnPage ? 0 : NotOnPage)
            + (LabelDoubt * evidence.LabelDoubt)
            + (Second * evidence.IsSecond)
            + (Disputed * evidence.IsDisputed)
            + (Contested * evidence.IsContested)
            + (Decorated * evidence.IsDecorated)
            + (OtherText * evidence.IsOtherText)
            + (ChecksHeld * evidence.ChecksHeld)
            + (ChecksBroken * evidence.ChecksBroken)
            + (TableIncomplete * (1 - evidence.IsTableWhole));
        return Math.Round(1 / (1 + Math.Exp(-logit)), 4);
    }
}
