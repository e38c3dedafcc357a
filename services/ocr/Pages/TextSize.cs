using OpenCvSharp;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>The usual height of an ideograph on a page.</summary>
internal static class TextSize
{
    /// <summary>Shares of the short side between which characters are: 5 points on A4, and a phone's body of text.</summary>
    private const double Smallest = 0.008;
    private const double Largest = 0.07;

    /// <summary>Ideographs are about square; digits and strokes are not.</summary>
    private const double MostSlender = 0.7;

    /// <param name="picture">As it came.</param>
    /// <returns>In its pixels, likewise.</returns>
    public static double Of(Mat picture)
    {
        using var ink = PageImage.InkOf(picture);
        return Of(Shape.Of(ink, new Rect(new Point(), ink.Size()), 3), Math.Min(ink.Width, ink.Height));
    }

    /// <returns>In pixels; a 60th of the short side, 10 points on A4, where nothing is written.</returns>
    public static double Of(List<Shape> shapes, int side)
    {
        var heights = shapes.Where(shape => shape.Box.Height > side * Smallest && shape.Box.Height < side * Largest && shape.Box.Width < side * Largest)
            .Where(shape => shape.Box.Width > MostSlender * shape.Box.Height && shape.Box.Width * MostSlender < shape.Box.Height)
            .Select(shape => (double)shape.Box.Height).Order().ToList();
        // Parts of characters are among them, so a little above the middle.
        return heights.Count < 5 ? side / 60.0 : heights[(int)(heights.Count * 0.6)];
    }
}
