using OpenCvSharp;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>
/// Tells the red ink of seals from red print and red rules: a seal is as high as several lines and as wide, and far smaller than a page. What is red
/// otherwise says something, and is left to be read.
/// </summary>
internal static class Seals
{
    /// <summary>Pixels to one of the copy on which seals are found.</summary>
    private const int Scale = 4;

    /// <summary>Share of the short side within which parts of one seal are: its ring, its characters and its star.</summary>
    private const double Near = 0.02;

    /// <summary>
    /// Shares of the short side: a ring is 30 to 50 mm wide, the star alone of a pale seal 12, both higher than a line of print; figures close to each other
    /// are pieces of their own, and red rules hang together over the width of a table, which is more than two seals that touch.
    /// </summary>
    private const double Smallest = 0.045;
    private const double Largest = 0.6;

    /// <summary>Blots out, in place, what is not near a seal.</summary>
    /// <param name="redness">By how much pixels are redder than print can be.</param>
    public static void Keep(Mat redness)
    {
        var side = Math.Min(redness.Width, redness.Height) / Scale;
        using var small = redness.Resize(default, 1.0 / Scale, 1.0 / Scale, InterpolationFlags.Area);
        using var red = small.Threshold(0, byte.MaxValue, ThresholdTypes.Binary);
        using var near = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(side * Near, side * Near));
        using var joined = red.MorphologyEx(MorphTypes.Close, near);
        var whole = new Rect(0, 0, red.Width, red.Height);
        var pieces = Shape.Of(red, whole, 1).ConvertAll(shape => shape.Box).FindAll(box => Math.Min(box.Width, box.Height) >= Smallest * side && Math.Max(box.Width, box.Height) <= Largest * side);
        using var other = new Mat(redness.Size(), MatType.CV_8U, Scalar.White);
        foreach (var blot in Shape.Of(joined, whole, 1).Select(shape => shape.Box))
        {
            // What is larger holds red print beside a seal, which stays.
            var its = pieces.FindAll(blot.Contains);
            foreach (var box in its.Count > 0 && Math.Max(blot.Width, blot.Height) <= Largest * side ? [blot] : its)
                other.Rectangle(new Rect((box.X - 1) * Scale, (box.Y - 1) * Scale, (box.Width + 2) * Scale, (box.Height + 2) * Scale), Scalar.Black, -1);
        }
        redness.SetTo(Scalar.Black, other);
    }
}
