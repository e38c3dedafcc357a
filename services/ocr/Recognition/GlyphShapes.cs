using OpenCvSharp;

namespace Pipeline.Ocr.Recognition;

/// <summary>Reads the simplest signs by their shape: a lone 0, the most frequent figure of all, dashes and slashes.</summary>
internal static class GlyphShapes
{
    public const string Slash = "/";
    public const string Dash = "-";

    /// <summary>By how much a slash leans, as a share of its height, and the shares by which its rows stray from a straight line and are wider than most.</summary>
    private const double LeastLean = 0.25;
    private const double MostLean = 1.1;
    private const double MostStray = 0.09;
    private const double MostWidening = 1.8;

    /// <summary>Times by which a piece is magnified: in small print the hole of a 0 is a pixel wide, and ink is wider than strokes by what blurs them.</summary>
    private const int Fineness = 3;

    /// <summary>Pixels of paper around a piece.</summary>
    private const int Paper = 2;

    /// <param name="text">Ink of the page without rules.</param>
    /// <param name="grey">The page.</param>
    /// <param name="box">Of the ink of one piece.</param>
    /// <returns>Null for everything else.</returns>
    public static string? Read(Mat text, Mat grey, Rect box, double em)
    {
        using var ink = new Mat(text, box);
        if (Outline.Alone(ink, em) is { Holes: [] } stroke && stroke.Frame.Height > 0.4 * em && stroke.Frame.Height < 1.5 * em && IsSlash(ink, stroke.Frame))
            return Slash;
        using var strokes = Strokes(text, grey, Around(box, grey.Size()));
        return Outline.Alone(strokes, em * Fineness) switch
        {
            { Holes: [] } shape when IsDash(shape.Frame, em * Fineness) => Dash,
            { Holes: [var hole] } shape when IsZero(shape.Frame, Cv2.BoundingRect(hole), Cv2.ContourArea(hole), Cv2.ContourArea(shape.Outer), em * Fineness) => "0",
            _ => null,
        };
    }

    /// <returns>Its strokes, magnified: what is darker than halfway between ink and paper.</returns>
    private static Mat Strokes(Mat text, Mat grey, Rect box)
    {
        using var ink = new Mat(text, box);
        using var shades = new Mat(grey, box);
        using var large = shades.Resize(default, Fineness, Fineness, InterpolationFlags.Cubic);
        using var dark = large.Threshold(0, 255, ThresholdTypes.BinaryInv | ThresholdTypes.Otsu);
        using var mask = ink.Resize(dark.Size(), 0, 0, InterpolationFlags.Nearest);
        var strokes = new Mat();
        Cv2.BitwiseAnd(dark, mask, strokes);
        return strokes;
    }

    // Without paper around it there is no telling how dark halfway is.
    private static Rect Around(Rect box, Size page) => new Rect(box.X - Paper, box.Y - Paper, box.Width + (2 * Paper), box.Height + (2 * Paper)).Intersect(new Rect(new Point(), page));

    private static bool IsDash(Rect frame, double em) => frame.Width >= 1.8 * frame.Height && frame.Height < 0.22 * em && frame.Width < 2.5 * em;

    /// <summary>A straight stroke of even thickness that leans to the right: a 1 stands upright or has a flag or a foot, a 7 a bar.</summary>
    private static bool IsSlash(Mat part, Rect frame)
    {
        var rows = new List<(double Middle, int Width)>();
        for (var y = frame.Top; y < frame.Bottom; y++)
        {
            using var row = new Mat(part, new Rect(frame.Left, y, frame.Width, 1));
            if (row.CountNonZero() == 0)
                return false;
            using var points = new Mat();
            Cv2.FindNonZero(row, points);
            var box = Cv2.BoundingRect(points);
            rows.Add((box.Left + (box.Width / 2.0), box.Width));
        }
        var (count, lean) = (rows.Count, 0.0);
        var (middleX, middleY) = (rows.Average(row => row.Middle), (count - 1) / 2.0);
        for (var y = 0; y < count; y++)
            lean += (y - middleY) * (rows[y].Middle - middleX);
        lean /= Enumerable.Range(0, count).Sum(y => (y - middleY) * (y - middleY));
        var usual = rows.Select(row => row.Width).Order().ElementAt(count / 2);
        return -lean is > LeastLean and < MostLean
            && Enumerable.Range(0, count).All(y => Math.Abs(rows[y].Middle - middleX - (lean * (y - middleY))) <= Math.Max(1.5, MostStray * count) && rows[y].Width <= Math.Max(usual + 2, MostWidening * usual));
    }

    /// <summary>An upright ring of even thickness: 6 and 9 have their hole off the middle, 4 a small one, D and O are wide.</summary>
    private static bool IsZero(Rect frame, Rect hole, double holeArea, double outerArea, double em)
    {
        var slender = (double)frame.Height / frame.Width;
        var offX = Math.Abs(hole.X + (hole.Width / 2.0) - (frame.Width / 2.0) - frame.X) / frame.Width;
        var offY = Math.Abs(hole.Y + (hole.Height / 2.0) - (frame.Height / 2.0) - frame.Y) / frame.Height;
        // An ellipse fills π/4 of its frame; contours run through the middle of pixels.
        var fill = outerArea / ((frame.Width - 1) * (frame.Height - 1));
        return frame.Height > 0.4 * em && frame.Height < 1.3 * em && slender is > 1.15 and < 2.6
            && offX < 0.09 && offY < 0.07 && hole.Height > 0.5 * frame.Height && holeArea > 0.12 * frame.Width * frame.Height && fill is > 0.66 and < 0.92;
    }

    /// <summary>The one shape of a piece, specks left out.</summary>
    private sealed record Outline(Rect Frame, Point[] Outer, IReadOnlyList<Point[]> Holes)
    {
        /// <returns>Null where there are several or none.</returns>
        public static Outline? Alone(Mat ink, double em)
        {
            Cv2.FindContours(ink, out var contours, out var hierarchy, RetrievalModes.CComp, ContourApproximationModes.ApproxNone);
            var outer = Enumerable.Range(0, contours.Length).Where(i => hierarchy[i].Parent < 0 && IsNotable(Cv2.BoundingRect(contours[i]), em)).ToList();
            return outer is [var only]
                ? new Outline(Cv2.BoundingRect(contours[only]), contours[only], [.. contours.Where((contour, i) => hierarchy[i].Parent == only && Cv2.ContourArea(contour) >= 0.01 * em * em)])
                : null;
        }

        private static bool IsNotable(Rect box, double em) => box.Width * box.Height >= 0.012 * em * em;
    }
}
