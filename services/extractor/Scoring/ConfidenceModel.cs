namespace Pipeline.Extractor.Scoring;

/// <summary>
/// How evidence becomes probabilities: of one cell to be read right, of a whole record to be exact, and from which probability on a
/// record needs no person. The numbers are fitted; see <c>pipeline calibrate</c>.
/// </summary>
/// <param name="Threshold">Least probability of an accepted record.</param>
public sealed record ConfidenceModel(LogisticModel<CellEvidence> Cell, LogisticModel<RecordEvidence> Record, double Threshold)
{
    private static readonly Lazy<ConfidenceModel> Embedded = new(() =>
    {
        using var stream = typeof(ConfidenceModel).Assembly.GetManifestResourceStream("confidence-model.json")!;
        return ConfidenceModelFile.Read(stream);
    });

    /// <summary>What is held before any document was seen; a fit starts here, so that it does not depend on the fit before.</summary>
    public static ConfidenceModel Prior { get; } = new(
        new LogisticModel<CellEvidence>(CellEvidence.Features, 6, [-6, 1, -2, -2, -0.5, -4, 1, -1.5, -0.5, -5, -3, 1, -5, -6]),
        new LogisticModel<RecordEvidence>(RecordEvidence.Features, 8, [-10, -5, -4, -4, -4, -4]),
        0.99);

    /// <summary>The fitted model that this extractor carries.</summary>
    public static ConfidenceModel Default => Embedded.Value;
}
