using OpenCvSharp;

namespace Pipeline.Ocr.Pages;

/// <summary>
/// The short side of a page tells how large strokes, rules and characters on it are. That of a few rows cut out of a page, and that of a page on a phone,
/// whose characters are large for its width, tells nothing: paper is added below and beside them, so that places on them stay what they are.
/// </summary>
internal static class Paper
{
    /// <summary>Widths to a height from which on a picture is a few rows: paper that lies across has 1.41, a screen 1.78.</summary>
    private const double Flat = 1.9;

    /// <summary>Ideographs to the width of a page: twelve points on A4; with fewer, from fourteen points on, it is no page's width.</summary>
    private const double Usual = 48;
    private const double Fewest = 42;

    /// <summary>Pixels of a side up to which paper is added: a phone's picture has 1,440 at most, what is larger is a photograph.</summary>
    private const double Largest = 2600;

    /// <returns>The picture itself, or a larger one in its place; the caller's to dispose.</returns>
    public static Mat Added(Mat picture)
    {
        var (width, height) = picture.Width >= Flat * picture.Height ? (picture.Width, picture.Width) : Page(picture);
        if (picture.Width == width && picture.Height == height)
            return picture;
        using (picture)
            return picture.CopyMakeBorder(0, height - picture.Height, 0, width - picture.Width, BorderTypes.Constant, Colour(picture));
    }

    private static (int Width, int Height) Page(Mat picture)
    {
        var em = TextSize.Of(picture);
        var side = Fewest * em > Math.Min(picture.Width, picture.Height) ? (int)Math.Min(Usual * em, Largest) : 0;
        return (Math.Max(side, picture.Width), Math.Max(side, picture.Height));
    }

    /// <summary>The usual one of its right edge: white paper beside a dark page would be a table's edge.</summary>
    private static Scalar Colour(Mat picture)
    {
        using var edge = picture.Col(picture.Width - 1);
        using var column = edge.Clone();
        column.GetArray(out Vec3b[] pixels);
        double Middle(Func<Vec3b, byte> channel) => pixels.Select(channel).Order().ElementAt(pixels.Length / 2);
        return new Scalar(Middle(pixel => pixel.Item0), Middle(pixel => pixel.Item1), Middle(pixel => pixel.Item2));
    }
}
