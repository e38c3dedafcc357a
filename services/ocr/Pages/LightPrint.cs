using OpenCvSharp;

namespace Pipeline.Ocr.Pages;

/// <summary>
/// Light print on dark parts of a page, as headers of tables have it: such parts become dark print on paper with a rule around them, so that the rest of
/// the reading knows one kind alone. Gives up where nothing light stands on what is dark: a photograph, the desk around a page, the shadow of a fold.
/// </summary>
internal static class LightPrint
{
    /// <summary>Share of the pixels that are no lighter than the paper: dark parts may be most of a picture.</summary>
    private const double Paper = 0.9;

    /// <summary>Of the paper's brightness that a dark part has at most: white letters on orange are still read by a person.</summary>
    private const double Dark = 0.62;

    /// <summary>Share of the short side that no stroke of print is as thick as, and share of a dark part that is as thick.</summary>
    private const double Solid = 0.012;
    private const double LeastSolid = 0.2;

    /// <summary>Share of the short side that a character is high or wide at most; a larger hole is a light part of the page.</summary>
    private const double Largest = 0.1;

    /// <summary>Share of a part that its print takes up at least, and of 255, by which that is lighter.</summary>
    private const double LeastPrint = 0.01;
    private const double Contrast = 60;

    /// <summary>Of 255, by which the ground of a part differs from one that is known, and share of the part that is ground; of 国 in bold not a half.</summary>
    private const double Alike = 24;
    private const double LeastAlike = 0.6;

    /// <summary>Share of the short side: half of the thickest rule between two dark cells.</summary>
    private const double HalfRule = 0.002;

    /// <summary>Changes the picture in place.</summary>
    /// <param name="colour">A straightened page.</param>
    public static void Undo(Mat colour)
    {
        using var grey = colour.CvtColor(ColorConversionCodes.BGR2GRAY);
        var (side, paper) = (Math.Min(grey.Width, grey.Height), Negative.Brightness(grey, Paper));
        using var dark = grey.Threshold(Dark * paper, byte.MaxValue, ThresholdTypes.BinaryInv);
        // The rules of the table that it is the header of may be as dark.
        using var rule = Square(side * 2 * HalfRule);
        Cv2.MorphologyEx(dark, dark, MorphTypes.Open, rule);
        using var thick = Square(side * Solid);
        using var solid = dark.MorphologyEx(MorphTypes.Open, thick);
        Cv2.FindContours(dark, out var contours, out var hierarchy, RetrievalModes.CComp, ContourApproximationModes.ApproxNone);
        var outer = Enumerable.Range(0, contours.Length).Where(i => hierarchy[i].Parent < 0).Select(i => (Contour: i, Box: Cv2.BoundingRect(contours[i])))
            .Where(its => Math.Min(its.Box.Width, its.Box.Height) >= side * Solid).ToList();
        var parts = outer.ConvertAll(its => Filled(contours, hierarchy, its.Contour, its.Box, side * Largest));
        var grounds = outer.Zip(parts, (its, part) => Ground(grey, dark, solid, part, its.Box)).OfType<double>().ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            // A cell without print, or with hardly more than print, is known by its neighbours.
            if (grounds.Where(ground => StandsOn(ground, grey, parts[i], outer[i].Box)).Select(ground => (double?)ground).FirstOrDefault() is { } its)
                Invert(colour, grey, parts[i], outer[i].Box, its, paper);
        }
        parts.ForEach(part => part.Dispose());
    }

    /// <returns>The part that a contour bounds, light print included, without what is too large for that.</returns>
    private static Mat Filled(Point[][] contours, HierarchyIndex[] hierarchy, int outer, Rect box, double largest)
    {
        var part = new Mat(box.Size, MatType.CV_8U, Scalar.Black);
        Cv2.DrawContours(part, contours, outer, Scalar.White, -1, offset: new Point(-box.X, -box.Y));
        for (var hole = hierarchy[outer].Child; hole >= 0; hole = hierarchy[hole].Next)
        {
            if (Cv2.BoundingRect(contours[hole]) is var its && Math.Max(its.Width, its.Height) > largest)
                Cv2.DrawContours(part, contours, hole, Scalar.Black, -1, offset: new Point(-box.X, -box.Y));
        }
        return part;
    }

    /// <returns>Brightness of what the print of a part stands on; null where it has no light print.</returns>
    private static double? Ground(Mat grey, Mat dark, Mat solid, Mat part, Rect box)
    {
        using var its = new Mat(grey, box);
        using var print = part.Clone();
        using var ground = new Mat();
        using var thick = new Mat(solid, box);
        using var all = new Mat(dark, box);
        Cv2.BitwiseAnd(part, thick, ground);
        print.SetTo(Scalar.Black, all);
        if (ground.CountNonZero() < LeastSolid * part.CountNonZero() || print.CountNonZero() < LeastPrint * part.CountNonZero())
            return null;
        var brightness = Cv2.Mean(its, ground).Val0;
        return Cv2.Mean(its, print).Val0 - brightness < Contrast ? null : brightness;
    }

    /// <summary>Whether a part has so bright a ground, and is no stroke of print with what lies between.</summary>
    private static bool StandsOn(double ground, Mat grey, Mat part, Rect box)
    {
        using var its = new Mat(grey, box);
        using var alike = new Mat();
        Cv2.InRange(its, new Scalar(ground - Alike), new Scalar(ground + Alike), alike);
        Cv2.BitwiseAnd(alike, part, alike);
        return alike.CountNonZero() >= LeastAlike * part.CountNonZero();
    }

    // What is around a part is as light as its print, and becomes as dark: a rule.
    private static void Invert(Mat colour, Mat grey, Mat part, Rect box, double ground, double paper)
    {
        var around = (int)Math.Ceiling(Math.Min(grey.Width, grey.Height) * HalfRule);
        var wide = new Rect(box.X - around, box.Y - around, box.Width + (2 * around), box.Height + (2 * around)).Intersect(new Rect(0, 0, grey.Width, grey.Height));
        using var mask = part.CopyMakeBorder(box.Top - wide.Top, wide.Bottom - box.Bottom, box.Left - wide.Left, wide.Right - box.Right, BorderTypes.Constant, Scalar.Black);
        using var near = Square((2 * around) + 1);
        Cv2.Dilate(mask, mask, near);
        using var its = new Mat(grey, wide);
        using var inverted = new Mat();
        using var above = new Mat();
        Cv2.Subtract(its, new Scalar(ground), above);
        Cv2.Subtract(new Scalar(paper), above, inverted);
        using var coloured = inverted.CvtColor(ColorConversionCodes.GRAY2BGR);
        using var target = new Mat(colour, wide);
        coloured.CopyTo(target, mask);
    }

    private static Mat Square(double side) => Cv2.GetStructuringElement(MorphShapes.Rect, new Size(side, side));
}
