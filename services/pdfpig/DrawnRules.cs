using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;

namespace Pipeline.PdfPig;

/// <summary>The paths of a page → ruling lines.</summary>
internal static class DrawnRules
{
    /// <summary>Paths beyond which a page is a drawing and no table.</summary>
    private const int MostPaths = 100_000;

    public static ImmutableArray<PdfRule> Of(Page page)
    {
        var clip = new PdfBox(0, 0, page.Width, page.Height);
        return [.. page.Paths.Take(MostPaths).SelectMany(path => Of(path, page.Height, clip))];
    }

    private static IEnumerable<PdfRule> Of(PdfPath path, double pageHeight, PdfBox clip)
    {
        var isStroked = path.IsStroked && Shows(path.StrokeColor);
        var isFilled = path.IsFilled && Shows(path.FillColor);
        return path.IsClipping || (!isStroked && !isFilled)
            ? []
            : path.Select(subpath => Straight(subpath, pageHeight)).OfType<Subpath>().SelectMany(subpath => PathRules.Of(subpath, isStroked, isFilled, clip));
    }

    /// <returns>Null for a subpath with curves.</returns>
    private static Subpath? Straight(PdfSubpath subpath, double pageHeight)
    {
        var points = ImmutableArray.CreateBuilder<(double X, double Y)>();
        var isClosed = false;
        foreach (var command in subpath.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    points.Add((move.Location.X, pageHeight - move.Location.Y));
                    break;
                case PdfSubpath.Line line:
                    points.Add((line.To.X, pageHeight - line.To.Y));
                    break;
                case PdfSubpath.Close:
                    isClosed = true;
                    break;
                default:
                    return null;
            }
        }
        return points.Count > 1 ? new Subpath(points.ToImmutable(), isClosed) : null;
    }

    /// <summary>White on white paper rules nothing; a pattern, which has no single colour, shows.</summary>
    private static bool Shows(IColor? colour)
    {
        if (colour is null or PatternColor)
            return true;
        var (red, green, blue) = colour.ToRGBValues();
        return Math.Min(red, Math.Min(green, blue)) < 0.98;
    }
}
