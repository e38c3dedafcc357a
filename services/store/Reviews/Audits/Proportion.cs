namespace Pipeline.Store.Reviews.Audits;

/// <summary>A share that was counted in a random draw, with what it tells of all: Wilson's interval, which holds for small draws and shares near 1 as well.</summary>
/// <param name="Hits">Of <paramref name="Drawn"/>.</param>
public sealed record Proportion(long Hits, long Drawn)
{
    // Of the normal distribution, for 95 %.
    private const double Z = 1.959964;

    /// <summary>Null where nothing was drawn.</summary>
    public double? Share => Drawn == 0 ? null : (double)Hits / Drawn;

    /// <summary>Where the share of all lies with a probability of 95 %; from 0 to 1 where nothing was drawn.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            if (Drawn == 0)
                return (0, 1);
            double n = Drawn, share = Hits / n, square = Z * Z;
            var middle = (share + square / (2 * n)) / (1 + square / n);
            var half = Z / (1 + square / n) * Math.Sqrt(share * (1 - share) / n + square / (4 * n * n));
            return (Math.Max(0, middle - half), Math.Min(1, middle + half));
        }
    }
}
