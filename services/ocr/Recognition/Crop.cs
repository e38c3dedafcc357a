using OpenCvSharp;

namespace Pipeline.Ocr.Recognition;

/// <summary>Pieces of a page → pictures for the model: ink with air around it, stretched to full contrast.</summary>
internal static class Crop
{
    /// <summary>Air around the ink, as a share of its height.</summary>
    private const double Air = 0.18;

    /// <summary>Pixels of width beyond which a line is squeezed: 60 ideographs.</summary>
    private const int Widest = 60 * TextRecogniser.Height;

    /// <summary>Share of pixels that may be lost at either end of the scale of greys.</summary>
    private const double Clipped = 0.01;

    /// <param name="grey">Of the page.</param>
    /// <param name="air">Air around the ink, as a share of its height.</param>
    public static Mat Of(Mat grey, TextPiece piece, double em, double air = Air)
    {
        using var raw = piece.Parts.Count > 0 ? SideBySide(grey, piece.Parts, em) : Cut(grey, Framed(piece.Box, em, air));
        using var contrast = Stretched(raw);
        return Scaled(contrast);
    }

    /// <summary>The same with specks erased and the paper blank.</summary>
    /// <param name="text">Ink without rules.</param>
    public static Mat Clean(Mat grey, Mat text, TextPiece piece, double em)
    {
        using var raw = piece.Parts.Count > 0 ? SideBySide(grey, piece.Parts, em) : Cut(grey, Framed(piece.Box, em, Air));
        using var ink = piece.Parts.Count > 0 ? SideBySide(text, piece.Parts, em, Scalar.Black) : Cut(text, Framed(piece.Box, em, Air), Scalar.Black);
        foreach (var speck in Shape.Of(ink, new Rect(0, 0, ink.Width, ink.Height), 1).Where(shape => Math.Max(shape.Box.Width, shape.Box.Height) < SpeckSide(em)))
            ink.Rectangle(speck.Box, Scalar.Black, -1);
        using var near = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(5, 5));
        using var wide = ink.Dilate(near);
        using var contrast = Stretched(raw);
        using var paper = new Mat();
        Cv2.BitwiseNot(wide, paper);
        contrast.SetTo(Scalar.White, paper);
        return Scaled(contrast);
    }

    /// <summary>A decimal point is a seventh of an ideograph.</summary>
    private static double SpeckSide(double em) => Math.Max(2.5, 0.11 * em);

    private static Rect Framed(Rect box, double em, double share)
    {
        // A dash or a comma is not blown up to the height of a character.
        var height = Math.Max(box.Height, 0.6 * em);
        var air = share * height;
        var top = box.Top - ((height - box.Height) / 2) - air;
        return new Rect((int)Math.Floor(box.Left - air), (int)Math.Floor(top), (int)Math.Ceiling(box.Width + (2 * air)), (int)Math.Ceiling(height + (2 * air)));
    }

    private static Mat Cut(Mat page, Rect frame, Scalar? beyond = null)
    {
        var visible = frame.Intersect(new Rect(0, 0, page.Width, page.Height));
        using var part = new Mat(page, visible);
        return part.CopyMakeBorder(
            visible.Top - frame.Top, frame.Bottom - visible.Bottom, visible.Left - frame.Left, frame.Right - visible.Right,
            beyond is null ? BorderTypes.Replicate : BorderTypes.Constant, beyond ?? default);
    }

    private static Mat SideBySide(Mat page, IReadOnlyList<Rect> parts, double em, Scalar? beyond = null)
    {
        var height = parts.Max(part => part.Height);
        var air = (int)Math.Ceiling(Air * height);
        var cuts = parts.Select(part => Cut(page, new Rect(part.X - (air / 2), part.Y - ((height - part.Height) / 2) - (air / 2), (int)Math.Max(part.Width, em * 0.8) + air, height + air), beyond)).ToList();
        try
        {
            var joined = new Mat();
            Cv2.HConcat(cuts, joined);
            return joined;
        }
        finally
        {
            cuts.ForEach(cut => cut.Dispose());
        }
    }

    private static Mat Stretched(Mat grey)
    {
        using var histogram = new Mat();
        Cv2.CalcHist([grey], [0], null, histogram, 1, [256], [new Rangef(0, 256)]);
        var (low, high) = (Quantile(histogram, Clipped * grey.Total()), 255 - Quantile(histogram, Clipped * grey.Total(), fromAbove: true));
        var stretched = new Mat();
        grey.ConvertTo(stretched, MatType.CV_8U, 255.0 / Math.Max(16, high - low), -low * 255.0 / Math.Max(16, high - low));
        return stretched;
    }

    private static int Quantile(Mat histogram, double pixels, bool fromAbove = false)
    {
        var sum = 0.0;
        for (var i = 0; i < 256; i++)
        {
            sum += histogram.At<float>(fromAbove ? 255 - i : i);
            if (sum > pixels)
                return i;
        }
        return 0;
    }

    private static Mat Scaled(Mat crop)
    {
        var scale = (double)TextRecogniser.Height / crop.Height;
        var width = Math.Clamp((int)Math.Round(crop.Width * scale), TextRecogniser.Step, Widest);
        using var scaled = crop.Resize(new Size(width, TextRecogniser.Height), 0, 0, scale < 0.8 ? InterpolationFlags.Area : InterpolationFlags.Cubic);
        var missing = (TextRecogniser.Step - (width % TextRecogniser.Step)) % TextRecogniser.Step;
        return scaled.CopyMakeBorder(0, 0, missing / 2, missing - (missing / 2), BorderTypes.Replicate);
    }
}
