using OpenCvSharp;

namespace Pipeline.Ocr.Pages;

/// <summary>Pictures with light print on dark ground: screens in the dark, negatives, files of four inks whose programs disagree about what full ink is.</summary>
internal static class Negative
{
    /// <summary>Share of the pixels that may be brighter, or darker, than all that counts: dust and sparkles.</summary>
    private const double Extreme = 0.005;

    /// <summary>Share of the width and height that the rim of a picture takes up at each side.</summary>
    private const double Rim = 0.02;

    /// <summary>The picture, inverted in place where it is such a one: most of a page is paper, so its middle brightness is near its lightest.</summary>
    public static Mat Undone(Mat picture)
    {
        // The desk around a photographed page is no paper.
        using var middle = picture[picture.Height / 4, picture.Height - (picture.Height / 4), picture.Width / 4, picture.Width - (picture.Width / 4)];
        using var grey = middle.CvtColor(ColorConversionCodes.BGR2GRAY);
        var (darkest, usual, lightest) = (Brightness(grey, Extreme), Brightness(grey, 0.5), Brightness(grey, 1 - Extreme));
        // Nor are the cells of a table with light print on dark, beyond which the page is light.
        if (usual - darkest < lightest - usual && RimOf(picture) is var rim && rim - darkest < lightest - rim)
            Cv2.BitwiseNot(picture, picture);
        return picture;
    }

    private static int RimOf(Mat picture)
    {
        using var grey = picture.CvtColor(ColorConversionCodes.BGR2GRAY);
        using var rim = new Mat(grey.Size(), MatType.CV_8U, Scalar.White);
        var (across, down) = ((int)Math.Ceiling(grey.Width * Rim), (int)Math.Ceiling(grey.Height * Rim));
        rim.Rectangle(new Rect(across, down, Math.Max(0, grey.Width - (2 * across)), Math.Max(0, grey.Height - (2 * down))), Scalar.Black, -1);
        return Brightness(grey, 0.5, rim);
    }

    /// <param name="within">Not 0 where pixels count; null where all do.</param>
    /// <returns>The brightness below which so large a share of the pixels is.</returns>
    public static int Brightness(Mat grey, double share, Mat? within = null)
    {
        using var counts = new Mat();
        Cv2.CalcHist([grey], [0], within is null ? null : (InputArray)within, counts, 1, [256], [new Rangef(0, 256)]);
        var (below, brightness, all) = (0.0, -1, within?.CountNonZero() ?? grey.Total());
        while (brightness < 255 && below <= share * all)
            below += counts.At<float>(++brightness);
        return brightness;
    }
}
