using OpenCvSharp;

namespace Pipeline.Ocr.Pages;

/// <summary>The angle at which rows of text stand out most from the space between them.</summary>
internal static class TextSkew
{
    private const double Widest = 8;
    private const double CoarseStep = 1;
    private const double FineStep = 0.1;

    /// <returns>Slope of the rows: tangent of the angle; 0 where there is nothing to see.</returns>
    public static double Of(Mat grey)
    {
        using var small = grey.Resize(default, 0.5, 0.5, InterpolationFlags.Area);
        using var ink = small.AdaptiveThreshold(1, AdaptiveThresholdTypes.MeanC, ThresholdTypes.BinaryInv, 25, 15);
        if (ink.CountNonZero() == 0)
            return 0;
        var coarse = Best(ink, 0, Widest, CoarseStep);
        var degrees = Best(ink, coarse, CoarseStep, FineStep);
        return Math.Tan(degrees * Math.PI / 180);
    }

    private static double Best(Mat ink, double middle, double reach, double step) =>
        Enumerable.Range((int)(-reach / step), (int)(2 * reach / step) + 1).Select(i => middle + (i * step)).MaxBy(angle => Contrast(ink, angle) - (Math.Abs(angle) * 1e-9));

    private static double Contrast(Mat ink, double degrees)
    {
        using var turn = Cv2.GetRotationMatrix2D(new Point2f(ink.Width / 2f, ink.Height / 2f), degrees, 1);
        using var turned = ink.WarpAffine(turn, ink.Size(), InterpolationFlags.Nearest);
        using var rows = turned.Reduce(ReduceDimension.Column, ReduceTypes.Sum, MatType.CV_32F);
        using var above = rows.RowRange(0, rows.Rows - 1);
        using var below = rows.RowRange(1, rows.Rows);
        return Cv2.Norm(above, below, NormTypes.L2);
    }
}
