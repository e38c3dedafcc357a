using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Fitting;

/// <summary>The least probability from which on records are accepted, by a target for the share of wrong ones among them.</summary>
internal static class AcceptanceThreshold
{
    /// <summary>At most one wrong record in a thousand that are accepted.</summary>
    public const double Target = 0.001;

    /// <summary>
    /// The lowest probability that keeps the target by itself and at which, of the records at or above it, the share expected to be wrong keeps
    /// it and the share that was wrong does, too. With fewer than a thousand records the latter means: not one. 1, which nothing reaches, when
    /// there is none.
    /// </summary>
    /// <param name="records">Judged by models that had not seen them.</param>
    public static double For(IEnumerable<Judged> records)
    {
        var threshold = 1.0;
        var (count, wrong, expected) = (0, 0, 0.0);
        foreach (var same in records.Where(record => record.Confidence >= 1 - Target).GroupBy(record => record.Confidence).OrderByDescending(same => same.Key))
        {
            count += same.Count();
            wrong += same.Count(record => !record.IsRight);
            expected += same.Count() * (1 - same.Key);
            if (wrong <= Target * count && expected <= Target * count)
                threshold = same.Key;
        }

        return threshold;
    }
}
