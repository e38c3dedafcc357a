using OpenCvSharp;

namespace Pipeline.Ocr.Pages;

/// <summary>Pictures with light print on dark ground: screens in the dark, negatives, files of four inks whose programs disagree about what full ink is.</summary>
internal static class Negative
{
    /// <summary>Share of the pixels that may be brighter, or darker, than all that counts: dust and sparkles.</summary>
    private const double Extreme = 0.005;

    /// <summary>The picture, inverted in place where it is such a one: most of a page is paper, so its middle brightness is near its lightest.</summary>
    public static Mat Undone(Mat picture)
    {
        // The desk around a photographed page is no paper.
        using var middle = picture[picture.Height / 4, picture.Height - (picture.Height / 4), picture.Width / 4, picture.Width - (picture.Width / 4)];
        using var grey = middle.CvtColor(ColorConversionCodes.BGR2GRAY);
        var (darkest, usual, lightest) = (Brightness(grey, Extreme), Brightness(grey, 0.5), Brightness(grey, 1 - Extreme));
        if (usual - darkest < lightest - usual)
            Cv2.BitwiseNot(picture, picture);
        return picture;
    }

    /// <returns>The brightness below which so large a share of the pixels is.</returns>
    private static int Brightness(Mat grey, double share)
    {
        using var counts = new Mat();
        Cv2.CalcHist([grey], [0], null, counts, 1, [256], [new Rangef(0, 256)]);
        var (below, brightness) = (0.0, -1);
        while (brightness < 255 && below <= share * grey.Total())
            below += counts.At<float>(++brightness);
        return brightness;
    }
}
