using OpenCvSharp;

namespace Pipeline.ScanLab;

/// <summary>What scanners, faxes, phones and people do to a page.</summary>
internal static class Spoiling
{
    /// <summary>Paper is not quite white, ink not quite black, and the lens not quite sharp.</summary>
    public static Mat Scanned(Mat page, Random random)
    {
        using var soft = page.GaussianBlur(new Size(3, 3), 0.6);
        var scan = new Mat();
        soft.ConvertTo(scan, -1, 0.82, 28);
        AddNoise(scan, 3);
        return scan;
    }

    public static Mat Skewed(Mat page, Random random)
    {
        using var scan = Scanned(page, random);
        var angle = (0.8 + (random.NextDouble() * 2.2)) * (random.Next(2) == 0 ? 1 : -1);
        using var turn = Cv2.GetRotationMatrix2D(new Point2f(page.Width / 2f, page.Height / 2f), angle, 1);
        return scan.WarpAffine(turn, page.Size(), InterpolationFlags.Cubic, BorderTypes.Constant, new Scalar(235, 235, 235));
    }

    public static Mat Noisy(Mat page, Random random)
    {
        using var soft = page.GaussianBlur(new Size(5, 5), 1.1);
        var scan = new Mat();
        soft.ConvertTo(scan, -1, 0.7, 50);
        AddNoise(scan, 18);
        for (var i = 0; i < 600; i++)
            scan.Circle(new Point(random.Next(page.Width), random.Next(page.Height)), random.Next(2), Scalar.All(random.Next(60, 140)), -1);
        return scan;
    }

    public static Mat Stamped(Mat page, Random random)
    {
        var scan = Scanned(page, random);
        using var ink = new Mat(scan.Size(), MatType.CV_8UC3, Scalar.White);
        var red = new Scalar(60, 40, 215);
        for (var i = 0; i < 2; i++)
        {
            var centre = new Point(page.Width * (0.4 + (0.4 * random.NextDouble())), page.Height * (0.25 + (0.5 * random.NextDouble())));
            var radius = page.Width / 9;
            ink.Circle(centre, radius, red, radius / 14);
            var star = Enumerable.Range(0, 5).Select(k => Angle(centre, radius * 0.42, (k * 144) - 90)).ToArray();
            Cv2.FillPoly(ink, [star], red);
            for (var k = 0; k < 16; k++)
                ink.PutText("#", Angle(centre, radius * 0.78, k * 22) - new Point(radius / 12, -radius / 12), HersheyFonts.HersheySimplex, radius / 220.0, red, Math.Max(1, radius / 60));
        }
        // Ink of a stamp lets the print below shine through.
        Cv2.Multiply(scan, ink, scan, 1 / 255.0);
        return scan;
    }

    private static Point Angle(Point centre, double radius, double degrees) =>
        new(centre.X + (radius * Math.Cos(degrees * Math.PI / 180)), centre.Y + (radius * Math.Sin(degrees * Math.PI / 180)));

    public static Mat Shadowed(Mat page, Random random)
    {
        using var scan = Scanned(page, random);
        using var light = new Mat(4, 3, MatType.CV_32F);
        for (var y = 0; y < 4; y++)
        {
            for (var x = 0; x < 3; x++)
                light.Set(y, x, (float)(0.5 + (0.5 * random.NextDouble())));
        }
        using var smooth = light.Resize(scan.Size(), 0, 0, InterpolationFlags.Cubic);
        using var bright = new Mat();
        scan.ConvertTo(bright, MatType.CV_32FC3);
        using var three = new Mat();
        Cv2.Merge([smooth, smooth, smooth], three);
        Cv2.Multiply(bright, three, bright);
        var dark = new Mat();
        bright.ConvertTo(dark, MatType.CV_8UC3);
        return dark;
    }

    public static Mat Photographed(Mat page, Random random)
    {
        using var shadowed = Shadowed(page, random);
        float Shift(int extent) => (float)(random.NextDouble() * 0.035 * extent);
        var (w, h) = (page.Width, page.Height);
        var frame = w / 14;
        Point2f[] from = [new(0, 0), new(w, 0), new(w, h), new(0, h)];
        Point2f[] to =
        [
            new(frame + Shift(w), frame + Shift(h)), new(frame + w - Shift(w), frame + Shift(h)),
            new(frame + w - Shift(w), frame + h - Shift(h)), new(frame + Shift(w), frame + h - Shift(h)),
        ];
        using var lens = Cv2.GetPerspectiveTransform(from, to);
        using var photograph = shadowed.WarpPerspective(lens, new Size(w + (2 * frame), h + (2 * frame)), InterpolationFlags.Cubic, BorderTypes.Constant, new Scalar(70, 90, 110));
        return photograph.GaussianBlur(new Size(3, 3), 0.7);
    }

    public static Mat Faxed(Mat page, Random random)
    {
        using var grey = page.CvtColor(ColorConversionCodes.BGR2GRAY);
        AddNoise(grey, 25);
        using var coarse = grey.Resize(new Size(page.Width, page.Height * 0.8), 0, 0, InterpolationFlags.Area);
        using var hard = coarse.Threshold(150, 255, ThresholdTypes.Binary);
        for (var i = 0; i < 3; i++)
            hard.Line(new Point(0, random.Next(hard.Height)), new Point(hard.Width, random.Next(hard.Height)), Scalar.White, 1);
        using var back = hard.Resize(page.Size(), 0, 0, InterpolationFlags.Nearest);
        return back.CvtColor(ColorConversionCodes.GRAY2BGR);
    }

    public static Mat UpsideDown(Mat page, Random random) => Turned(page, random, RotateFlags.Rotate180);

    public static Mat Sideways(Mat page, Random random) => Turned(page, random, random.Next(2) == 0 ? RotateFlags.Rotate90Clockwise : RotateFlags.Rotate90Counterclockwise);

    private static Mat Turned(Mat page, Random random, RotateFlags by)
    {
        using var scan = Skewed(page, random);
        var turned = new Mat();
        Cv2.Rotate(scan, turned, by);
        return turned;
    }

    /// <summary>Holes, a staple, and ticks of a pen beside the figures.</summary>
    public static Mat Marked(Mat page, Random random)
    {
        var scan = Scanned(page, random);
        var (w, h) = (page.Width, page.Height);
        scan.Circle(new Point(w / 40, h / 3), w / 90, Scalar.All(60), -1);
        scan.Circle(new Point(w / 40, 2 * h / 3), w / 90, Scalar.All(60), -1);
        scan.Line(new Point(w / 18, h / 22), new Point((w / 18) + (w / 22), (h / 22) - (w / 60)), Scalar.All(90), Math.Max(2, w / 400));
        for (var i = 0; i < 6; i++)
        {
            var at = new Point(random.Next(w / 2, w - (w / 10)), random.Next(h / 6, h - (h / 6)));
            var blue = new Scalar(150, 60, 30);
            scan.Line(at, at + new Point(w / 160, w / 120), blue, Math.Max(2, w / 600), LineTypes.AntiAlias);
            scan.Line(at + new Point(w / 160, w / 120), at + new Point(w / 60, -w / 90), blue, Math.Max(2, w / 600), LineTypes.AntiAlias);
        }
        return scan;
    }

    private static void AddNoise(Mat picture, double deviation)
    {
        using var noise = new Mat(picture.Size(), MatType.MakeType(MatType.CV_16S, picture.Channels()));
        Cv2.Randn(noise, Scalar.All(0), Scalar.All(deviation));
        using var wide = new Mat();
        picture.ConvertTo(wide, noise.Type());
        Cv2.Add(wide, noise, wide);
        wide.ConvertTo(picture, picture.Type());
    }
}
