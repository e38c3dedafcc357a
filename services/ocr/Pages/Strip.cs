using OpenCvSharp;

namespace Pipeline.Ocr.Pages;

/// <summary>
/// A picture of a few rows cut out of a page is as wide as a page, but its short side is no page's width, by which the size of characters is told. Paper is
/// added below it, so that places on it stay what they are.
/// </summary>
internal static class Strip
{
    /// <summary>Widths to a height from which on a picture is a strip: paper that lies across has 1.41, a screen 1.78.</summary>
    private const double Flat = 1.9;

    /// <returns>The picture itself, or a higher one in its place; the caller's to dispose.</returns>
    public static Mat Padded(Mat picture)
    {
        if (picture.Width < Flat * picture.Height)
            return picture;
        using (picture)
            return picture.CopyMakeBorder(0, picture.Width - picture.Height, 0, 0, BorderTypes.Constant, Scalar.White);
    }
}
