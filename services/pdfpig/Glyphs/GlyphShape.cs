using System.Collections.Immutable;
using System.Globalization;

namespace Pipeline.PdfPig.Glyphs;

/// <summary>The look of a glyph, whatever its size: how much ink is in each field of a grid over its box.</summary>
/// <param name="Slenderness">Height over width of the box.</param>
/// <param name="Holes">Pieces of paper that its ink encloses.</param>
/// <param name="Ink">Row by row from the top, 0..15.</param>
internal sealed record GlyphShape(double Slenderness, int Holes, ImmutableArray<byte> Ink)
{
    private const int Columns = 8;
    private const int Rows = 12;

    /// <summary>Points looked at in each direction of a field.</summary>
    private const int Samples = 4;
    private const int Full = 15;

    /// <summary>Weight of a box twice as slender, in shares of all ink: a dash and a bar fill their boxes alike.</summary>
    private const double SlendernessWeight = 0.1;

    /// <summary>Weight of a hole, likewise: 3 and 8 of thin fonts are within .11 of each other without it.</summary>
    private const double HoleWeight = 0.1;

    /// <param name="outline">Closed parts, y growing upwards.</param>
    /// <returns>Null for an outline without extent.</returns>
    public static GlyphShape? Of(ImmutableArray<ImmutableArray<(double X, double Y)>> outline)
    {
        if (outline.IsEmpty)
            return null;
        var points = outline.SelectMany(part => part).ToList();
        var (left, right, bottom, top) = (points.Min(point => point.X), points.Max(point => point.X), points.Min(point => point.Y), points.Max(point => point.Y));
        if (!(right - left > 0) || !(top - bottom > 0) || !double.IsFinite(right - left + top - bottom))
            return null;
        var ink = new int[Columns * Rows];
        var picture = new InkPicture(Columns * Samples, Rows * Samples);
        var crossings = new List<(double X, int Direction)>();
        for (var y = 0; y < Rows * Samples; y++)
        {
            Cross(outline, crossings, top - ((y + 0.5) * (top - bottom) / (Rows * Samples)));
            for (var x = 0; x < Columns * Samples; x++)
            {
                if (!IsInside(crossings, left + ((x + 0.5) * (right - left) / (Columns * Samples))))
                    continue;
                ink[(y / Samples * Columns) + (x / Samples)]++;
                picture.Fill(x, y);
            }
        }
        return new GlyphShape((top - bottom) / (right - left), picture.Holes(), [.. ink.Select(samples => (byte)(samples * Full / (Samples * Samples)))]);
    }

    /// <summary>Slenderness, holes, and a hexadecimal digit a field.</summary>
    public static GlyphShape Parse(string text) => text.Split(' ') is [var slenderness, var holes, var ink]
        ? new GlyphShape(double.Parse(slenderness, CultureInfo.InvariantCulture), int.Parse(holes, CultureInfo.InvariantCulture), [.. ink.Select(digit => Convert.ToByte(digit.ToString(), 16))])
        : throw new FormatException($"No shape: {text}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Slenderness:0.00} {Holes} {string.Concat(Ink.Select(field => field.ToString("x", CultureInfo.InvariantCulture)))}");

    /// <param name="farthest">A distance beyond it is only told to be beyond it.</param>
    /// <returns>0 for the same look; digits of one kind are within .2 of each other, other digits rarely.</returns>
    public double DistanceTo(GlyphShape other, double farthest = double.PositiveInfinity)
    {
        var one = Ink.AsSpan();
        var its = other.Ink.AsSpan();
        var sum = 0;
        for (var i = 0; i < one.Length; i++)
            sum += Math.Abs(one[i] - its[i]);
        var difference = (double)sum / (one.Length * Full);
        return difference > farthest ? difference : difference + (HoleWeight * Math.Abs(Holes - other.Holes)) + (SlendernessWeight * Math.Abs(Math.Log2(Slenderness / other.Slenderness)));
    }

    /// <param name="crossings">Where the outline crosses the height, and whether upwards.</param>
    private static void Cross(ImmutableArray<ImmutableArray<(double X, double Y)>> outline, List<(double X, int Direction)> crossings, double y)
    {
        crossings.Clear();
        foreach (var part in outline)
        {
            for (var i = 0; i < part.Length; i++)
            {
                var (from, to) = (part[i], part[(i + 1) % part.Length]);
                if (from.Y <= y != to.Y <= y)
                    crossings.Add((from.X + ((y - from.Y) * (to.X - from.X) / (to.Y - from.Y)), to.Y > from.Y ? 1 : -1));
            }
        }
    }

    private static bool IsInside(List<(double X, int Direction)> crossings, double x)
    {
        var winding = 0;
        foreach (var crossing in crossings)
            winding += crossing.X < x ? crossing.Direction : 0;
        return winding != 0;
    }
}
