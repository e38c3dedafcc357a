namespace Pipeline.Evaluation.Scores;

/// <summary>How stated probabilities compare with what came of them.</summary>
internal static class Calibration
{
    private const int Bins = 10;

    /// <summary>Expected calibration error over ten bins of equal width; null without any.</summary>
    public static double? Error(IReadOnlyCollection<Judged> judged) => judged.Count == 0
        ? null
        : judged.GroupBy(one => Math.Min(Bins - 1, (int)(one.Confidence * Bins))).Sum(bin => Math.Abs(bin.Sum(one => one.Confidence) - bin.Count(one => one.IsRight))) / judged.Count;

    /// <summary>Mean squared difference; null without any.</summary>
    public static double? Brier(IReadOnlyCollection<Judged> judged) => judged.Count == 0
        ? null
        : judged.Average(one => Math.Pow(one.Confidence - (one.IsRight ? 1 : 0), 2));
}
