using System.Collections.Immutable;
using System.Globalization;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>Reads the path data that cairo writes: absolute M, L, C and Z.</summary>
internal static class SvgPath
{
    /// <returns>Polygons and lines: the corner points of each subpath after the map; subpaths with curves are left out.</returns>
    public static ImmutableArray<Subpath> Subpaths(string data, SvgMatrix matrix)
    {
        var subpaths = ImmutableArray.CreateBuilder<Subpath>();
        var points = ImmutableArray.CreateBuilder<(double X, double Y)>();
        var curved = false;
        var tokens = data.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] is "M")
                Finish(closed: false);
            curved |= tokens[i] is "C";
            if (tokens[i] is "M" or "L" && i + 2 < tokens.Length && TryNumber(tokens[i + 1], out var x) && TryNumber(tokens[i + 2], out var y))
                points.Add(matrix.Apply(x, y));
            else if (tokens[i] is "Z")
                Finish(closed: true);
        }
        Finish(closed: false);
        return subpaths.ToImmutable();

        void Finish(bool closed)
        {
            if (points.Count > 1 && !curved)
                subpaths.Add(new Subpath(points.ToImmutable(), closed));
            points.Clear();
            curved = false;
        }
    }

    /// <returns>The box around a path without curves; null for others, whose clipping is then ignored.</returns>
    public static PdfBox? Bounds(string data, SvgMatrix matrix)
    {
        var points = Subpaths(data, matrix).SelectMany(path => path.Points).ToList();
        return points.Count > 0
            ? new PdfBox(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y))
            : null;
    }

    private static bool TryNumber(string token, out double number) =>
        double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
