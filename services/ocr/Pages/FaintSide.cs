using OpenCvSharp;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Ocr.Pages;

/// <summary>The lines of a page that lie, or those that stand: those that are rules for sure, and those that may be.</summary>
internal sealed class FaintSide : IDisposable
{
    /// <summary>Share of a part of a line on which there is print: characters that touch a rule take up less.</summary>
    private const double MostPrint = 0.05;

    /// <summary>Print is darker than so many times the line's depth, and so much of 255.</summary>
    private const double PrintTimes = 1.5;
    private const double PrintDepth = 30;

    /// <summary>Points to either side of a standing rule that cells leave free, and share of it along which a figure may come closer: the edges of figures in a column line up.</summary>
    private const double Free = 1.5;
    private const double MostBeside = 0.2;

    /// <summary>Points at either end of a part that belong to the crossing.</summary>
    private const double Crossing = 1.8;

    private readonly LineDepth _depth;
    private readonly Mat _dark;
    private readonly bool _isLying;
    private readonly double _point;

    /// <param name="dark">By how much pixels are darker than paper; the caller's.</param>
    public FaintSide(PageImage page, Mat dark, bool isLying, IEnumerable<PdfRule> rules)
    {
        (_depth, _dark, _isLying, _point) = (LineDepth.Of(page.Unsealed, isLying), dark, isLying, 1 / page.PointsPerPixel);
        Known = [.. rules.Where(rule => rule.IsHorizontal == isLying)
            .Select(rule => _depth.WithDepth(new FaintLine(rule.Position / page.PointsPerPixel, rule.Start / page.PointsPerPixel, rule.End / page.PointsPerPixel, 0)))];
        Lines = _depth.Lines();
    }

    public List<FaintLine> Known { get; }

    public List<FaintLine> Lines { get; }

    /// <returns>As <see cref="LineDepth.Evenness"/>, between two crossings; 0 where the line runs through print.</returns>
    public double Evenness(FaintLine line, double start, double end)
    {
        var (from, to) = (start + (Crossing * _point), end - (Crossing * _point));
        return to <= from || PrintOn(line, from, to) > MostPrint || (!_isLying && PrintBeside(line, from, to) > MostBeside) ? 0 : _depth.Evenness(line, from, to);
    }

    private double PrintOn(FaintLine line, double from, double to)
    {
        using var along = Along(_dark, line.Position, from, to, 0);
        return Print(along, line);
    }

    private static double Print(Mat dark, FaintLine line)
    {
        using var isPrint = new Mat();
        Cv2.Compare(dark, new Scalar(PrintDarkness(line)), isPrint, CmpTypes.GT);
        return isPrint.CountNonZero() / (double)isPrint.Total();
    }

    private double PrintBeside(FaintLine line, double from, double to)
    {
        using var strip = Along(_dark, line.Position, from, to, (int)Math.Ceiling(Free * _point));
        using var darkest = strip.Reduce(ReduceDimension.Column, ReduceTypes.Max, -1);
        return Print(darkest, line);
    }

    /// <summary>Marks the pixels of a line that are no print.</summary>
    public void Mark(FaintLine line, Mat mask)
    {
        using var along = Along(_dark, line.Position, line.Start, line.End, 1);
        using var target = Along(mask, line.Position, line.Start, line.End, 1);
        using var isRule = new Mat();
        Cv2.Compare(along, new Scalar(PrintDarkness(line)), isRule, CmpTypes.LE);
        Cv2.BitwiseOr(target, isRule, target);
    }

    private static double PrintDarkness(FaintLine line) => (PrintTimes * line.Depth / LineDepth.Steps) + PrintDepth;

    private Mat Along(Mat picture, double position, double from, double to, int beside)
    {
        var (start, length, top) = ((int)from, Math.Max(1, (int)to - (int)from), (int)Math.Round(position) - beside);
        var box = _isLying ? new Rect(start, top, length, 1 + (2 * beside)) : new Rect(top, start, 1 + (2 * beside), length);
        return new Mat(picture, box.Intersect(new Rect(0, 0, picture.Width, picture.Height)));
    }

    public void Dispose() => _depth.Dispose();
}
