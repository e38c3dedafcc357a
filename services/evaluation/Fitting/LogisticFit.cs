using Pipeline.Extractor.Scoring;

namespace Pipeline.Evaluation.Fitting;

/// <summary>
/// Fits a logistic model by coordinate descent. A weight never leaves the side of zero that its feature promises. The squared distance to the
/// weights given at the start is the penalty, so that a feature on which the examples are silent keeps its weight. Deterministic.
/// </summary>
internal static class LogisticFit
{
    private const int MostRounds = 400;

    // A weight that moves less than this moves no rounded probability.
    private const double Stillness = 1e-5;

    private const double LongestStep = 1;

    /// <param name="penalty">In readings: how many speak as loudly as the prior weights do.</param>
    public static LogisticModel<T> Fit<T>(LogisticModel<T> prior, IReadOnlyCollection<Example> examples, double penalty)
    {
        // Layouts share most of their evidence.
        var rows = examples.GroupBy(example => string.Join(' ', example.Values))
            .Select(same => new Row([1, .. same.First().Values], same.Sum(example => example.Right), same.Sum(example => example.Wrong))).ToArray();
        double[] anchor = [prior.Base, .. prior.Weights];
        var weights = anchor.ToArray();
        foreach (var row in rows)
            row.Logit = Enumerable.Range(0, weights.Length).Sum(i => weights[i] * row.Values[i]);
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = 0.0;
            for (var i = 0; i < weights.Length; i++)
            {
                var step = Step(rows, i, weights[i], anchor[i], penalty, i == 0 ? null : prior.Features[i - 1].Supports);
                weights[i] += step;
                foreach (var row in rows)
                    row.Logit += step * row.Values[i];
                moved = Math.Max(moved, Math.Abs(step));
            }

            if (moved < Stillness)
                break;
        }

        return prior with { Base = Math.Round(weights[0], 4), Weights = [.. weights.Skip(1).Select(weight => Math.Round(weight, 4))] };
    }

    // One Newton step along a coordinate, cut where it would go too far or change the weight's sign.
    private static double Step(Row[] rows, int coordinate, double weight, double anchor, double penalty, bool? supports)
    {
        var slope = penalty * (weight - anchor);
        var curvature = penalty;
        foreach (var row in rows)
        {
            var value = row.Values[coordinate];
            if (value == 0)
                continue;
            var probability = 1 / (1 + Math.Exp(-row.Logit));
            slope += value * ((probability * row.Count) - row.Right);
            curvature += value * value * probability * (1 - probability) * row.Count;
        }

        var step = Math.Clamp(-slope / curvature, -LongestStep, LongestStep);
        return supports switch
        {
            true => Math.Max(step, -weight),
            false => Math.Min(step, -weight),
            null => step,
        };
    }

    private sealed class Row(double[] values, int right, int wrong)
    {
        public double[] Values { get; } = values;

        public int Right { get; } = right;

        public int Count { get; } = right + wrong;

        public double Logit { get; set; }
    }
}
