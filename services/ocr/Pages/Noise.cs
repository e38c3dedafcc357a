using OpenCvSharp;

namespace Pipeline.Ocr.Pages;

/// <summary>Grain of a picture: how strong it is, and a picture with less of it.</summary>
internal static class Noise
{
    /// <summary>As measured, of 255. Scanners and phones leave 1 to 2; from here on specks line up to false rules.</summary>
    public const double Strong = 3;

    /// <summary>The response of the filter below to noise of strength 1, and the share of a normal distribution's deviation at its middle.</summary>
    private const double FilterGain = 6;
    private const double MiddleOfDeviation = 0.6745;

    /// <summary>Pixels from one that is looked at to the next: a tenth of them tells as much as all.</summary>
    private const int Sampling = 11;

    /// <returns>Standard deviation of the grain, of 255. Edges of text are few, and the middle of all responses knows nothing of them.</returns>
    public static double Of(Mat grey)
    {
        using var kernel = Mat.FromPixelData(3, 3, MatType.CV_32F, new float[,] { { 1, -2, 1 }, { -2, 4, -2 }, { 1, -2, 1 } });
        using var response = grey.Filter2D(MatType.CV_16S, kernel);
        response.GetArray(out short[] values);
        var strengths = new int[2048];
        var count = 0;
        for (var i = 0; i < values.Length; i += Sampling, count++)
            strengths[Math.Min(Math.Abs((int)values[i]), strengths.Length - 1)]++;
        var middle = 0;
        for (var below = strengths[0]; below * 2 < count; below += strengths[middle])
            middle++;
        return middle / (FilterGain * MiddleOfDeviation);
    }

    /// <summary>Specks of a pixel or two vanish, strokes stay.</summary>
    public static Mat Smoothed(Mat grey)
    {
        using var even = grey.MedianBlur(3);
        return even.GaussianBlur(new Size(5, 5), 0.9);
    }
}
