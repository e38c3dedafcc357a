using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ofd.Drawing;

/// <summary>The straight parts of a path in the abbreviated notation: letters with numbers behind them. A curve interrupts.</summary>
internal static class OfdPath
{
    /// <summary>Points of one path: a map drawn as one path has more, a table fewer.</summary>
    private const int MostPoints = 100_000;

    public static ImmutableArray<Subpath> Of(string? data, OfdMatrix place)
    {
        var parts = ImmutableArray.CreateBuilder<Subpath>();
        var points = ImmutableArray.CreateBuilder<(double, double)>();
        var tokens = (data ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < tokens.Length && i < MostPoints;)
        {
            var sign = tokens[i++];
            var numbers = new List<double>();
            while (i < tokens.Length && double.TryParse(tokens[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
                i++;
            }
            Step(sign, numbers, place, points, parts);
        }
        Close(points, parts, isClosed: false);
        return parts.ToImmutable();
    }

    private static void Step(string sign, List<double> numbers, OfdMatrix place, ImmutableArray<(double X, double Y)>.Builder points, ImmutableArray<Subpath>.Builder parts)
    {
        if (sign == "C")
        {
            Close(points, parts, isClosed: true);
            return;
        }
        if (numbers.Count < 2 || !numbers.TrueForAll(double.IsFinite))
            return;
        var end = place.Map(numbers[^2], numbers[^1]);
        if (sign != "L")
            Close(points, parts, isClosed: false);
        points.Add(end);
    }

    private static void Close(ImmutableArray<(double X, double Y)>.Builder points, ImmutableArray<Subpath>.Builder parts, bool isClosed)
    {
        if (points.Count > 1)
            parts.Add(new Subpath(points.ToImmutable(), isClosed));
        points.Clear();
    }
}
