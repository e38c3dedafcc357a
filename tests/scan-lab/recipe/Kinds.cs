using OpenCvSharp;

namespace Pipeline.ScanLab;

/// <param name="JpegQuality">0..100.</param>
/// <param name="Spoil">A clean page in, a new picture out.</param>
/// <param name="IsScreenshot">Of the page as a browser shows it, instead of as it prints it.</param>
internal sealed record Kind(int DotsPerInch, int JpegQuality, Func<Mat, Random, Mat> Spoil, bool IsScreenshot = false);

/// <summary>The ways in which pages are spoilt, each by its name in the manifest.</summary>
internal static class Kinds
{
    public static IReadOnlyDictionary<string, Kind> All { get; } = new Dictionary<string, Kind>
    {
        ["clean-300"] = new(300, 85, Spoiling.Scanned),
        ["clean-200"] = new(200, 85, Spoiling.Scanned),
        ["clean-150"] = new(150, 85, Spoiling.Scanned),
        ["coarse-100"] = new(100, 85, Spoiling.Scanned),
        ["skew"] = new(200, 80, Spoiling.Skewed),
        ["noise"] = new(200, 70, Spoiling.Noisy),
        ["jpeg-40"] = new(150, 40, Spoiling.Scanned),
        ["stamp"] = new(200, 80, Spoiling.Stamped),
        ["shadow"] = new(200, 80, Spoiling.Shadowed),
        ["phone"] = new(220, 75, Spoiling.Photographed),
        ["fax"] = new(200, 90, Spoiling.Faxed),
        ["upside-down"] = new(200, 80, Spoiling.UpsideDown),
        ["sideways"] = new(200, 80, Spoiling.Sideways),
        ["staple-pen"] = new(200, 80, Spoiling.Marked),
        ["screenshot"] = new(0, 0, (page, _) => page.Clone(), IsScreenshot: true),
    };
}
