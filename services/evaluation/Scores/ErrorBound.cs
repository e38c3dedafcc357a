namespace Pipeline.Evaluation.Scores;

/// <summary>What a count of errors says about their true share.</summary>
public static class ErrorBound
{
    /// <summary>That the share is below the bound is as sure as this.</summary>
    private const double Confidence = 0.95;

    private const int Halvings = 50;

    /// <summary>The share of errors below which the true one is with 95 % confidence (Clopper and Pearson); with no error among n about 3/n, 1 without any trial.</summary>
    public static double Of(int errors, int trials)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; errors < trials && i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = AtMost(errors, trials, middle) > 1 - Confidence ? (middle, high) : (low, middle);
        }
        return high;
    }

    /// <summary>The probability of so few errors.</summary>
    private static double AtMost(int errors, int trials, double share)
    {
        var (sum, term) = (0.0, Math.Pow(1 - share, trials));
        for (var k = 0; k <= errors; k++)
        {
            sum += term;
            term *= (double)(trials - k) / (k + 1) * share / (1 - share);
        }
        return sum;
    }
}
