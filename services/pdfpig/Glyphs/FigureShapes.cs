using System.Collections.Immutable;
using System.Reflection;

namespace Pipeline.PdfPig.Glyphs;

/// <summary>How digits look in fonts with and without serifs, upright and slanted: <c>figure-shapes.txt</c>.</summary>
internal static class FigureShapes
{
    private static readonly Lazy<ImmutableArray<(char Digit, GlyphShape Shape)>> Known = new(Read);

    /// <returns>The digit that the shape looks most like, and how far it is from it.</returns>
    public static (char Digit, double Distance) Nearest(GlyphShape shape)
    {
        var nearest = (Digit: '\0', Distance: double.PositiveInfinity);
        foreach (var (digit, known) in Known.Value)
        {
            if (known.DistanceTo(shape, nearest.Distance) is var distance && distance < nearest.Distance)
                nearest = (digit, distance);
        }
        return nearest;
    }

    // A digit and its shape a line.
    private static ImmutableArray<(char Digit, GlyphShape Shape)> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("figure-shapes.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => (line[0], GlyphShape.Parse(line[2..])))];
    }
}
