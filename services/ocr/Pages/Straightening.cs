using OpenCvSharp;

namespace Pipeline.Ocr.Pages;

/// <summary>
/// Undoes skew and mild perspective. The slopes of long lines, as functions of their place, tell how the paper lies; where a page has no long lines,
/// the angle is taken at which its rows of text stand out most.
/// </summary>
internal static class Straightening
{
    /// <summary>Pixels of the short side of the copy on which slopes are measured.</summary>
    private const double MeasuredSide = 800;

    /// <summary>Shorter lines, in pixels of that copy, are strokes of characters.</summary>
    private const double ShortestLine = 60;

    /// <summary>Total length of lines, in sides of the page, that tell a slope.</summary>
    private const double LeastLines = 0.5;

    /// <summary>Steepest slope that counts as skew: about 15 degrees.</summary>
    private const double SteepestSkew = 0.27;

    /// <summary>Least slope that is worth drawing the page anew, in pixels over the page's width.</summary>
    private const double LeastShift = 1.5;

    /// <param name="size">Of the picture after straightening.</param>
    /// <returns>The matrix from the picture to the straightened one of that size.</returns>
    public static Mat Transform(Mat picture, Size size)
    {
        var scale = Math.Min(1, MeasuredSide / Math.Min(picture.Width, picture.Height));
        using var small = picture.Resize(default, scale, scale, InterpolationFlags.Area);
        using var grey = small.CvtColor(ColorConversionCodes.BGR2GRAY);
        var (rows, columns) = Slopes(grey);
        if (Math.Max(Shift(rows, grey.Height), Shift(columns, grey.Width)) * grey.Width < LeastShift)
            (rows, columns) = (default, default);
        var corners = Corners(rows, columns, grey.Width, grey.Height).Select(corner => new Point2f((float)(corner.X / scale), (float)(corner.Y / scale)));
        return Cv2.GetPerspectiveTransform(corners, [new(0, 0), new(size.Width, 0), new(size.Width, size.Height), new(0, size.Height)]);
    }

    private static double Shift(Slope slope, double extent) => Math.Abs(slope.Middle) + (Math.Abs(slope.Change) * extent / 2);

    private static (Slope Rows, Slope Columns) Slopes(Mat grey)
    {
        using var detector = LineSegmentDetector.Create();
        detector.Detect(grey, out Vec4f[] segments, out _, out _, out _);
        var lines = segments.Select(s => (Dx: (double)s.Item2 - s.Item0, Dy: (double)s.Item3 - s.Item1, X: (s.Item0 + s.Item2) / 2.0, Y: (s.Item1 + s.Item3) / 2.0))
            .Where(line => Math.Sqrt((line.Dx * line.Dx) + (line.Dy * line.Dy)) >= ShortestLine).ToList();
        var horizontal = lines.Where(line => Math.Abs(line.Dy) < SteepestSkew * Math.Abs(line.Dx)).Select(line => (line.Dy / line.Dx, line.Y - (grey.Height / 2.0), Math.Abs(line.Dx))).ToList();
        var vertical = lines.Where(line => Math.Abs(line.Dx) < SteepestSkew * Math.Abs(line.Dy)).Select(line => (line.Dx / line.Dy, line.X - (grey.Width / 2.0), Math.Abs(line.Dy))).ToList();
        var rows = Slope.Fit(horizontal, grey.Width * LeastLines, grey.Height);
        var columns = Slope.Fit(vertical, grey.Height * LeastLines, grey.Width);
        // On a turned page rows lean one way and columns the other by as much.
        return (rows, columns) switch
        {
            ({ } both, { } all) => (both, all),
            ({ } alone, null) => (alone, new Slope(-alone.Middle, 0)),
            (null, { } alone) => (new Slope(-alone.Middle, 0), alone),
            _ => TextSkew.Of(grey) is var angle ? (new Slope(angle, 0), new Slope(-angle, 0)) : default,
        };
    }

    private static IEnumerable<(double X, double Y)> Corners(Slope rows, Slope columns, double width, double height)
    {
        foreach (var (x, y) in ((double, double)[])[(0, 0), (width, 0), (width, height), (0, height)])
        {
            // The line through the middle of the page at this height, and the one at this breadth.
            var (row, column) = (rows.At(y - (height / 2)), columns.At(x - (width / 2)));
            // y' = y + row (x' - w/2), x' = x + column (y' - h/2)
            var crossingY = (y + (row * (x - (width / 2) - (column * height / 2)))) / (1 - (row * column));
            yield return (x + (column * (crossingY - (height / 2))), crossingY);
        }
    }
}
