using OpenCvSharp;

namespace Pipeline.Ocr.Pages;

/// <summary>
/// How much darker than the paper to both sides each pixel of a page is, averaged a little along one axis. A rule that is too thin, pale, dotted or blurred
/// to be told from paper pixel by pixel is seen by being as dark all along.
/// </summary>
internal sealed class LineDepth : IDisposable
{
    /// <summary>Steps to a grey level: averages are finer than those.</summary>
    public const int Steps = 16;

    /// <summary>Of 255: what compression leaves around print lines up at 1, a hairline scanned at 100 dots per inch has 3.</summary>
    private const double Least = 2 * Steps;

    /// <summary>Pixels that are made one along the axis, and how many of those are averaged.</summary>
    private const int Squeeze = 4;
    private const int Averaged = 3;

    /// <summary>Share of the short side of the thickest line.</summary>
    private const double Across = 0.005;

    /// <summary>
    /// Shares of the short side over which a line is unbroken, and of the shortest: the narrowest column, and more than one row, for what compression leaves
    /// beside a figure may be as high as its row.
    /// </summary>
    private const double UnbrokenLying = 0.03;
    private const double UnbrokenStanding = 0.022;
    private const double ShortestLying = 0.045;
    private const double ShortestStanding = 0.045;

    /// <summary>Of the depth of what lies beside it that the middle of a line has at least.</summary>
    private const double Ridge = 0.8;

    /// <summary>Share of a page that lines take up; of a photograph or of coarse grain nearly half looks so.</summary>
    private const double MostLines = 0.25;

    /// <summary>Share of the short side by which parts of one line are out of line.</summary>
    private const double Wobble = 0.0034;

    /// <summary>Least and most of a line's depth that its pixels have, and how many of them: strokes of print in a row are of all depths.</summary>
    private const double Shallow = 0.4;
    private const double Deep = 2.5;
    private const double Even = 0.8;

    private readonly Mat _depth;
    private readonly bool _isLying;
    private readonly int _side;

    private LineDepth(Mat depth, bool isLying, int side) => (_depth, _isLying, _side) = (depth, isLying, side);

    /// <param name="grey">Brightness.</param>
    /// <param name="isLying">Whether of lines that lie or that stand.</param>
    public static LineDepth Of(Mat grey, bool isLying)
    {
        var side = Math.Min(grey.Width, grey.Height);
        Size Turned(int along, int across) => isLying ? new Size(along, across) : new Size(across, along);
        using var fine = new Mat();
        grey.ConvertTo(fine, MatType.CV_16U, Steps);
        using var squeezed = fine.Resize(isLying ? new Size(grey.Width / Squeeze, grey.Height) : new Size(grey.Width, grey.Height / Squeeze), 0, 0, InterpolationFlags.Area);
        using var even = squeezed.Blur(Turned(Averaged, 1));
        using var across = Cv2.GetStructuringElement(MorphShapes.Rect, Turned(1, (int)(side * Across) | 1));
        using var thin = even.MorphologyEx(MorphTypes.BlackHat, across);
        using var beside = Cv2.GetStructuringElement(MorphShapes.Rect, Turned(1, 3));
        return new LineDepth(thin.Dilate(beside), isLying, side);
    }

    /// <returns>What may be rules, each as long as it is seen at all.</returns>
    public List<FaintLine> Lines()
    {
        var parts = Parts().OrderBy(part => part.Position).ToList();
        var lines = new List<FaintLine>();
        for (var (first, next) = (0, 1); first < parts.Count; next++)
        {
            if (next < parts.Count && parts[next].Position - parts[next - 1].Position <= _side * Wobble && parts[next].Position - parts[first].Position < 2 * _side * Wobble)
                continue;
            lines.Add(Joined(parts[first..next]));
            first = next;
        }
        return lines;
    }

    private static FaintLine Joined(List<FaintLine> parts)
    {
        var length = parts.Sum(part => part.Length);
        return new FaintLine(
            parts.Sum(part => part.Position * part.Length) / length, parts.Min(part => part.Start), parts.Max(part => part.End), parts.Sum(part => part.Depth * part.Length) / length);
    }

    private IEnumerable<FaintLine> Parts()
    {
        using var run = Cv2.GetStructuringElement(MorphShapes.Rect, Sized(_side * (_isLying ? UnbrokenLying : UnbrokenStanding) / Squeeze, 1));
        using var unbroken = _depth.MorphologyEx(MorphTypes.Open, run);
        using var around = Cv2.GetStructuringElement(MorphShapes.Rect, Sized(1, (int)(_side * Across) | 1));
        using var highest = unbroken.Dilate(around);
        highest.ConvertTo(highest, -1, Ridge);
        using var isRidge = new Mat();
        using var isDeep = new Mat();
        Cv2.Compare(unbroken, highest, isRidge, CmpTypes.GE);
        Cv2.Compare(unbroken, new Scalar(Least), isDeep, CmpTypes.GE);
        if (isDeep.CountNonZero() > MostLines * isDeep.Total())
            yield break;
        Cv2.BitwiseAnd(isRidge, isDeep, isRidge);
        using var labels = new Mat();
        using var stats = new Mat();
        using var centres = new Mat();
        var count = Cv2.ConnectedComponentsWithStats(isRidge, labels, stats, centres);
        for (var i = 1; i < count; i++)
        {
            var (start, length) = _isLying ? (stats.At<int>(i, 0) * Squeeze, stats.At<int>(i, 2) * Squeeze) : (stats.At<int>(i, 1) * Squeeze, stats.At<int>(i, 3) * Squeeze);
            if (length < _side * (_isLying ? ShortestLying : ShortestStanding))
                continue;
            var line = WithDepth(new FaintLine(centres.At<double>(i, _isLying ? 1 : 0), start, start + length, 0));
            if (Evenness(line, line.Start, line.End) >= Even)
                yield return line;
        }
    }

    private Size Sized(double along, double across) => _isLying ? new Size(along, across) : new Size(across, along);

    /// <returns>The line with the depth that is usual along it.</returns>
    public FaintLine WithDepth(FaintLine line)
    {
        var depths = Depths(line.Position, line.Start, line.End);
        Array.Sort(depths);
        return line with { Depth = depths.Length == 0 ? 0 : depths[depths.Length / 2] };
    }

    /// <returns>Share of a part of the line that is about as deep as the whole of it.</returns>
    public double Evenness(FaintLine line, double start, double end)
    {
        var depths = Depths(line.Position, start, end);
        return depths.Length == 0 ? 0 : depths.Count(depth => depth >= Shallow * line.Depth && depth <= (Deep * line.Depth) + Least) / (double)depths.Length;
    }

    private ushort[] Depths(double position, double start, double end)
    {
        var (middle, from, to) = ((int)Math.Round(position), Math.Max(0, (int)Math.Ceiling(start / Squeeze)), Math.Min((int)(end / Squeeze), _isLying ? _depth.Width : _depth.Height));
        if (from >= to)
            return [];
        using var band = _isLying
            ? _depth[Math.Max(0, middle - 1), Math.Min(_depth.Height, middle + 2), from, to]
            : _depth[from, to, Math.Max(0, middle - 1), Math.Min(_depth.Width, middle + 2)];
        using var values = new Mat();
        Cv2.Reduce(band, values, _isLying ? ReduceDimension.Row : ReduceDimension.Column, ReduceTypes.Max, -1);
        values.GetArray(out ushort[] depths);
        return depths;
    }

    public void Dispose() => _depth.Dispose();
}
