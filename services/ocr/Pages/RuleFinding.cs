using System.Collections.Immutable;
using OpenCvSharp;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Ocr.Pages;

/// <summary>Ruling lines of a straightened page: long runs of ink along an axis.</summary>
internal static class RuleFinding
{
    /// <summary>Shares of the short side: no stroke of body text is as long. Columns of figures are wider, rows of tables little lower.</summary>
    private const double ShortestHorizontal = 0.03;
    private const double ShortestVertical = 0.022;

    /// <summary>Share of the short side that a worn line may lack.</summary>
    private const double Gap = 0.006;

    /// <summary>The same beneath a seal, whose star is a centimetre wide.</summary>
    private const double SealGap = 0.06;

    /// <summary>Share of the short side beyond which it is an area: three millimetres.</summary>
    private const double Thickest = 0.014;

    /// <summary>Wobble of a line drawn by a scanner, in pixels to either side.</summary>
    private const int Wobble = 1;

    /// <summary>Points within which the ends of a faint rule and those that it meets are, and within which no two rows of text are.</summary>
    private const double Meeting = 4;
    private const double Apart = 7;

    /// <summary>Rules on a square as wide as the page: of a page of tables there are some 70, of coarse grain 600.</summary>
    private const int MostRules = 300;

    /// <summary>Share of the short side that no stroke of print is as wide as.</summary>
    private const double WidestStroke = 0.02;

    /// <returns>Rules in points, and a mask of their pixels, which is the caller's.</returns>
    public static (ImmutableArray<PdfRule> Rules, Mat Mask) Find(PageImage page)
    {
        var side = Math.Min(page.Width, page.Height);
        using var lying = Lines(page.Faint, page.Seals, isHorizontal: true, side, page.PointsPerPixel);
        using var standing = Lines(page.Faint, page.Seals, isHorizontal: false, side, page.PointsPerPixel);
        var found = lying.Count + standing.Count;
        var held = RuleFrames.Held([.. lying.Rules, .. standing.Rules], side * page.PointsPerPixel);
        var rules = held.ToImmutableArray().ToBuilder();
        var mask = new Mat(page.Faint.Size(), MatType.CV_8U, Scalar.Black);
        lying.Mark(held, mask);
        standing.Mark(held, mask);
        // In a picture of something else, lines that are as dark all along lie anywhere.
        if (found < MostRules * Math.Max(page.Width, page.Height) / side)
            AddFaint(page, rules, mask);
        return (rules.ToImmutable(), mask);
    }

    // Beside print the paper is darker on the average, so that even rules which are plain to see have gaps there.
    private static void AddFaint(PageImage page, ImmutableArray<PdfRule>.Builder rules, Mat mask)
    {
        var (side, scale) = (Math.Min(page.Width, page.Height), page.PointsPerPixel);
        using var stroke = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(side * WidestStroke, side * WidestStroke));
        using var dark = page.Unsealed.MorphologyEx(MorphTypes.BlackHat, stroke);
        using var lying = new FaintSide(page, dark, isLying: true, rules);
        using var standing = new FaintSide(page, dark, isLying: false, rules);
        var (rows, columns) = FaintGrid.Of(lying, standing, Meeting / scale, Apart / scale);
        (FaintLine Line, PdfRule Rule) Faint(FaintLine line, bool isHorizontal) => (line, new PdfRule(isHorizontal, line.Position * scale, line.Start * scale, line.End * scale));
        var faint = rows.Select(line => Faint(line, isHorizontal: true)).Concat(columns.Select(line => Faint(line, isHorizontal: false))).ToList();
        var held = RuleFrames.Held([.. rules, .. faint.Select(one => one.Rule)], side * scale);
        foreach (var (line, rule) in faint.Where(one => held.Contains(one.Rule)))
        {
            (rule.IsHorizontal ? lying : standing).Mark(line, mask);
            rules.Add(rule);
        }
    }

    private static LongRuns Lines(Mat ink, Mat seals, bool isHorizontal, int side, double scale)
    {
        Size Along(double length, int across) => isHorizontal ? new Size(length, across) : new Size(across, length);
        using var wide = Cv2.GetStructuringElement(MorphShapes.Rect, Along(1, (2 * Wobble) + 1));
        using var bridge = Cv2.GetStructuringElement(MorphShapes.Rect, Along(Math.Max(3, side * Gap), 1));
        using var run = Cv2.GetStructuringElement(MorphShapes.Rect, Along(side * (isHorizontal ? ShortestHorizontal : ShortestVertical), 1));
        using var thick = ink.Dilate(wide);
        using var runs = thick.MorphologyEx(MorphTypes.Open, run);
        using var open = runs.MorphologyEx(MorphTypes.Close, bridge);
        using var across = Cv2.GetStructuringElement(MorphShapes.Rect, Along(side * SealGap, 1));
        using var covered = runs.MorphologyEx(MorphTypes.Close, across);
        covered.CopyTo(open, seals);
        return LongRuns.Of(open, isHorizontal, side * Thickest, scale);
    }
}
