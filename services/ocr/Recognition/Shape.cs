using OpenCvSharp;

namespace Pipeline.Ocr.Recognition;

/// <summary>A connected piece of ink.</summary>
/// <param name="Box">On the page, in pixels.</param>
/// <param name="Area">Pixels of ink.</param>
internal readonly record struct Shape(Rect Box, int Area)
{
    /// <returns>The pieces of ink within a part of a page, in coordinates of the page.</returns>
    public static List<Shape> Of(Mat ink, Rect within, int leastArea)
    {
        var shapes = new List<Shape>();
        if (within.Width <= 0 || within.Height <= 0)
            return shapes;
        using var part = new Mat(ink, within);
        using var labels = new Mat();
        using var stats = new Mat();
        using var centres = new Mat();
        var count = Cv2.ConnectedComponentsWithStats(part, labels, stats, centres);
        for (var i = 1; i < count; i++)
        {
            if (stats.At<int>(i, 4) >= leastArea)
                shapes.Add(new Shape(new Rect(stats.At<int>(i, 0) + within.X, stats.At<int>(i, 1) + within.Y, stats.At<int>(i, 2), stats.At<int>(i, 3)), stats.At<int>(i, 4)));
        }
        return shapes;
    }
}
