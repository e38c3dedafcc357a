using OpenCvSharp;

namespace Pipeline.Ocr.Pages;

/// <summary>A straightened page: its grey picture, its ink, and the way back to the picture as it came.</summary>
internal sealed class PageImage : IDisposable
{
    /// <summary>Pixels of the short side: 160 dots per inch on A4 at least, so that rules and strokes are not one pixel thin, and 240 at most.</summary>
    private const double LeastSide = 1320;
    private const double MostSide = 1984;

    /// <summary>Pixels of an ideograph below which a page is not made smaller: ten points at 170 dots per inch.</summary>
    private const double Legible = 24;

    /// <summary>Pixels beyond which a page is made smaller as far as its characters bear: a long picture of a phone has 30 million.</summary>
    private const double MostPixels = 12_000_000;

    /// <summary>Points of the short side: A4 paper.</summary>
    private const double ShortSidePoints = 595;

    /// <summary>Share of the short side around a pixel that its brightness is compared with: three lines of text.</summary>
    private const double Surroundings = 0.025;

    /// <summary>Of 255, that ink is darker than its surroundings: faint faxes have 30, paper shining through 10.</summary>
    private const double InkDepth = 16;

    /// <summary>The same of rules: browsers print them in light grey, and a scan at 150 dots per inch leaves 10 of them. Specks of that depth do not line up.</summary>
    private const double RuleDepth = 7;

    /// <summary>Times the noise of the picture, which ink must be darker than its surroundings once the picture is smoothed.</summary>
    private const double NoiseDepth = 3;

    /// <summary>By which paper under a lamp may be reddish.</summary>
    private const int Tint = 24;

    /// <summary>By how much a seal is darker than paper for each step that it is redder: strong seals 1.2, pale ones .8.</summary>
    private const double SealDepth = 1.3;

    /// <summary>Pixels to one of the copy on which paper is measured, and the pixels of that copy around one: half an inch.</summary>
    private const int PaperScale = 8;
    private const int PaperNear = 13;

    /// <summary>Pixels over which compressed pictures blur colour.</summary>
    private const int ColourBlur = 7;

    private PageImage(Mat red, Mat grey, Mat? chroma, Mat seals, Mat toPicture, double noise) =>
        (Unsealed, Grey, Chroma, Seals, Ink, Faint, ToPicture, IsGrainy) =
            (red, grey, chroma, seals, Darker(red, Math.Max(InkDepth, NoiseDepth * noise)), Darker(red, Math.Max(RuleDepth, NoiseDepth * noise)), toPicture, noise > 0);

    /// <summary>Brightness without seals: these are as white as paper.</summary>
    public Mat Unsealed { get; }

    /// <summary>All channels as the eye weighs them.</summary>
    public Mat Grey { get; }

    /// <summary>How far pixels are from grey, 0..255; 0 beneath seals; null of a picture without colours.</summary>
    public Mat? Chroma { get; }

    /// <summary>Not 0 where there is the red ink of a seal, under which faint rules may be gone.</summary>
    public Mat Seals { get; }

    /// <summary>255 where there is ink in <see cref="Unsealed"/>, rules included.</summary>
    public Mat Ink { get; }

    /// <summary>The same with all that is only a little darker than the paper, in which rules are found.</summary>
    public Mat Faint { get; }

    /// <summary>Whether specks are to be expected everywhere.</summary>
    public bool IsGrainy { get; }

    /// <summary>From pixels of this page to those of the picture.</summary>
    public Mat ToPicture { get; }

    public int Width => Unsealed.Width;

    public int Height => Unsealed.Height;

    public double PointsPerPixel => ShortSidePoints / Math.Min(Width, Height);

    /// <param name="quarterTurns">Clockwise turns that set the picture upright.</param>
    public static PageImage Of(Mat picture, int quarterTurns)
    {
        using var turned = Turned(picture, quarterTurns);
        var scale = Scale(turned);
        var size = new Size(Math.Round(turned.Width * scale), Math.Round(turned.Height * scale));
        using var straighten = Straightening.Transform(turned, size);
        using var colour = turned.WarpPerspective(straighten, size, scale < 1 ? InterpolationFlags.Area : InterpolationFlags.Cubic, BorderTypes.Replicate);
        LightPrint.Undo(colour);
        using var back = straighten.Inv().ToMat();
        var toPicture = TurnBack(picture, quarterTurns) * back;
        var grey = colour.CvtColor(ColorConversionCodes.BGR2GRAY);
        var seals = Redness(colour);
        Pages.Seals.Keep(seals);
        var red = WithoutRed(grey, seals);
        var noise = Noise.Of(red);
        if (noise < Noise.Strong)
            return new PageImage(red, grey, ChromaOf(colour, seals), seals, toPicture.ToMat(), noise: 0);
        using (red)
        using (grey)
            return new PageImage(Noise.Smoothed(red), Noise.Smoothed(grey), chroma: null, seals, toPicture.ToMat(), noise);
    }

    /// <summary>Small print on a large page bears less than others.</summary>
    private static double Scale(Mat picture)
    {
        var side = Math.Min(picture.Width, picture.Height);
        var bySide = Math.Clamp(side, LeastSide, MostSide) / side;
        var byArea = Math.Sqrt(MostPixels / ((double)picture.Width * picture.Height));
        if (bySide >= 1 && bySide <= byArea)
            return bySide;
        var byText = Legible / TextSize.Of(picture);
        return Math.Min(Math.Max(bySide, Math.Min(byText, 1)), Math.Max(byText, byArea));
    }

    /// <summary>
    /// Brightness, and what is redder than print or paper can be made as light as paper. Print beneath a seal stays dark: pictures are stored with
    /// less detail of colour than of brightness, so that in the red channel itself thin strokes beneath a seal are gone.
    /// </summary>
    private static Mat WithoutRed(Mat grey, Mat redness)
    {
        var without = new Mat();
        Cv2.AddWeighted(grey, 1, redness, SealDepth, 0, without);
        // Lighter than the paper, the place of a seal would make ink of the paper around it.
        using var paper = Paper(grey);
        Cv2.Min(without, paper, without);
        return without;
    }

    /// <summary>By how much pixels are redder than print or paper can be.</summary>
    private static Mat Redness(Mat colour)
    {
        Cv2.Split(colour, out var channels);
        using var blue = channels[0];
        using var green = channels[1];
        using var red = channels[2];
        using var other = new Mat();
        Cv2.Max(blue, green, other);
        var redness = new Mat();
        Cv2.Subtract(red, other, redness);
        Cv2.Subtract(redness, new Scalar(Tint), redness);
        // Colour is blurred at the edges of a seal, where its brightness is not.
        using var around = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(ColourBlur, ColourBlur));
        Cv2.Dilate(redness, redness, around);
        return redness;
    }

    // Print beneath a seal has its colour.
    private static Mat? ChromaOf(Mat colour, Mat seals)
    {
        Cv2.Split(colour, out var channels);
        using var blue = channels[0];
        using var green = channels[1];
        using var red = channels[2];
        using var least = new Mat();
        var most = new Mat();
        Cv2.Min(blue, green, least);
        Cv2.Min(least, red, least);
        Cv2.Max(blue, green, most);
        Cv2.Max(most, red, most);
        Cv2.Subtract(most, least, most);
        most.SetTo(Scalar.Black, seals);
        most.MinMaxLoc(out _, out double greatest);
        if (greatest > 0)
            return most;
        most.Dispose();
        return null;
    }

    /// <summary>Makes paper of what is not 0 in the mask of a part of the page.</summary>
    public void Blank(Rect part, Mat mask)
    {
        foreach (var brightness in new[] { Unsealed, Grey })
        {
            using var its = new Mat(brightness, part);
            its.SetTo(Scalar.All(Lightest(its)), mask);
        }
        using var ink = new Mat(Ink, part);
        ink.SetTo(Scalar.Black, mask);
    }

    private static double Lightest(Mat brightness)
    {
        using var smooth = brightness.Blur(new Size(5, 5));
        smooth.MinMaxLoc(out _, out double lightest);
        return lightest;
    }

    /// <summary>How light the paper is, shadows included: the lightest of a neighbourhood that is larger than any stroke.</summary>
    private static Mat Paper(Mat grey)
    {
        using var small = grey.Resize(default, 1.0 / PaperScale, 1.0 / PaperScale, InterpolationFlags.Area);
        using var near = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(PaperNear, PaperNear));
        using var lightest = small.Dilate(near);
        using var even = lightest.Blur(new Size(PaperNear, PaperNear));
        return even.Resize(grey.Size(), 0, 0, InterpolationFlags.Linear);
    }

    /// <param name="picture">As it came.</param>
    /// <returns>255 where there is ink.</returns>
    public static Mat InkOf(Mat picture)
    {
        using var grey = picture.CvtColor(ColorConversionCodes.BGR2GRAY);
        return Darker(grey, InkDepth);
    }

    private static Mat Darker(Mat grey, double depth)
    {
        using var smooth = grey.GaussianBlur(new Size(3, 3), 0);
        var block = (int)(Math.Min(grey.Width, grey.Height) * Surroundings) | 1;
        return smooth.AdaptiveThreshold(255, AdaptiveThresholdTypes.MeanC, ThresholdTypes.BinaryInv, Math.Max(block, 31), depth);
    }

    private static Mat Turned(Mat picture, int quarterTurns)
    {
        if (quarterTurns == 0)
            return picture.Clone();
        var turned = new Mat();
        Cv2.Rotate(picture, turned, quarterTurns switch { 1 => RotateFlags.Rotate90Clockwise, 2 => RotateFlags.Rotate180, _ => RotateFlags.Rotate90Counterclockwise });
        return turned;
    }

    /// <summary>From the turned picture to the one that came.</summary>
    private static Mat TurnBack(Mat picture, int quarterTurns)
    {
        double[,] matrix = quarterTurns switch
        {
            1 => new double[,] { { 0, 1, 0 }, { -1, 0, picture.Height }, { 0, 0, 1 } },
            2 => new double[,] { { -1, 0, picture.Width }, { 0, -1, picture.Height }, { 0, 0, 1 } },
            3 => new double[,] { { 0, -1, picture.Width }, { 1, 0, 0 }, { 0, 0, 1 } },
            _ => new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        };
        return Mat.FromPixelData(3, 3, MatType.CV_64F, matrix).Clone();
    }

    public void Dispose()
    {
        Unsealed.Dispose();
        Grey.Dispose();
        Chroma?.Dispose();
        Seals.Dispose();
        Ink.Dispose();
        Faint.Dispose();
        ToPicture.Dispose();
    }
}
