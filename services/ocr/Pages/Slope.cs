namespace Pipeline.Ocr.Pages;

/// <summary>How lines lean, as a function of their place across the page.</summary>
/// <param name="Middle">Slope in the middle of the page.</param>
/// <param name="Change">By which it grows with every pixel from there: perspective.</param>
internal readonly record struct Slope(double Middle, double Change)
{
    /// <summary>Slopes further from the median belong to other things than the page's lines.</summary>
    private const double Spread = 0.06;

    /// <summary>Lines of one sheet agree by this.</summary>
    private const double Agreement = 0.012;

    /// <summary>Most change of slope across the page that is perspective and no mistake.</summary>
    private const double MostPerspective = 0.2;

    public double At(double place) => Middle + (Change * place);

    /// <param name="lines">Slope, place from the middle, and length of each, in pixels.</param>
    /// <param name="least">Total length below which nothing is known.</param>
    /// <param name="extent">Of the page across the lines.</param>
    public static Slope? Fit(List<(double Slope, double Place, double Length)> lines, double least, double extent)
    {
        if (lines.Sum(line => line.Length) < least)
            return null;
        var median = Median(lines);
        var kept = lines.Where(line => Math.Abs(line.Slope - median) < Spread).ToList();
        var fit = Regression(kept, extent);
        kept = [.. kept.Where(line => Math.Abs(line.Slope - fit.At(line.Place)) < Agreement)];
        return kept.Sum(line => line.Length) < least ? null : Regression(kept, extent);
    }

    private static double Median(List<(double Slope, double Place, double Length)> lines)
    {
        var half = lines.Sum(line => line.Length) / 2;
        foreach (var line in lines.OrderBy(line => line.Slope))
        {
            half -= line.Length;
            if (half <= 0)
                return line.Slope;
        }
        return 0;
    }

    private static Slope Regression(List<(double Slope, double Place, double Length)> lines, double extent)
    {
        var weight = lines.Sum(line => line.Length);
        var (meanPlace, meanSlope) = (lines.Sum(line => line.Length * line.Place) / weight, lines.Sum(line => line.Length * line.Slope) / weight);
        var variance = lines.Sum(line => line.Length * (line.Place - meanPlace) * (line.Place - meanPlace)) / weight;
        var covariance = lines.Sum(line => line.Length * (line.Place - meanPlace) * (line.Slope - meanSlope)) / weight;
        // Lines that all lie in one part of the page say nothing about the others.
        var change = variance > extent * extent / 100 ? Math.Clamp(covariance / variance, -MostPerspective / extent, MostPerspective / extent) : 0;
        return new Slope(meanSlope - (change * meanPlace), change);
    }
}
