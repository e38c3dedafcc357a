using OpenCvSharp;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Ocr;

/// <summary>Draws the pictures of a mosaic on white paper, each over those before it, as a program that shows the page does.</summary>
internal static class DrawnMosaic
{
    /// <returns>The caller's to dispose; null where one of the pictures could not be decoded.</returns>
    public static Mat? Of(Mosaic mosaic)
    {
        var paper = new Mat((int)mosaic.Height, (int)mosaic.Width, MatType.CV_8UC3, Scalar.White);
        if (mosaic.Parts.All(part => IsDrawn(part, paper)))
            return paper;
        paper.Dispose();
        return null;
    }

    private static bool IsDrawn(MosaicPart part, Mat paper)
    {
        using var picture = Cv2.ImDecode(part.Bytes.Span, ImreadModes.Unchanged);
        if (picture.Empty())
            return false;
        using var opacity = picture.Type() == MatType.CV_8UC4 ? picture.ExtractChannel(3) : null;
        using var colour = opacity is null ? Cv2.ImDecode(part.Bytes.Span, ImreadModes.Color) : picture.CvtColor(ColorConversionCodes.BGRA2BGR);
        var place = new Rect((int)part.Box.Left, (int)part.Box.Top, (int)part.Box.Width, (int)part.Box.Height);
        var seen = place.Intersect(new Rect(0, 0, paper.Width, paper.Height));
        if (seen.Width <= 0 || seen.Height <= 0)
            return true;
        using var scaled = Scaled(colour, place.Size);
        using var shown = scaled[seen - place.Location];
        using var below = paper[seen];
        if (opacity is null)
        {
            shown.CopyTo(below);
            return true;
        }
        using var scaledOpacity = Scaled(opacity, place.Size);
        using var alpha = scaledOpacity[seen - place.Location];
        Blend(shown, alpha, below);
        return true;
    }

    private static Mat Scaled(Mat picture, Size size) =>
        picture.Resize(size, 0, 0, size.Width < picture.Width ? InterpolationFlags.Area : InterpolationFlags.Cubic);

    private static void Blend(Mat above, Mat alpha, Mat below)
    {
        using var weight = alpha.CvtColor(ColorConversionCodes.GRAY2BGR);
        using var rest = new Mat();
        Cv2.BitwiseNot(weight, rest);
        using var own = above.Mul(weight, 1.0 / byte.MaxValue).ToMat();
        using var others = below.Mul(rest, 1.0 / byte.MaxValue).ToMat();
        Cv2.Add(own, others, below);
    }
}
