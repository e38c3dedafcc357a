using OpenCvSharp;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Ocr.Pages;

/// <summary>Long runs of ink along one axis, each of which may be a rule, with their pixels.</summary>
internal sealed class LongRuns : IDisposable
{
    private readonly Mat _labels;
    private readonly Dictionary<PdfRule, List<(int Label, Rect Box)>> _runs = [];

    private LongRuns(Mat labels) => _labels = labels;

    public IEnumerable<PdfRule> Rules => _runs.Keys;

    public int Count => _runs.Count;

    /// <param name="ink">The runs, as ink.</param>
    /// <param name="thickest">Pixels across beyond which a run is an area.</param>
    /// <param name="scale">Points of a pixel.</param>
    public static LongRuns Of(Mat ink, bool isHorizontal, double thickest, double scale)
    {
        var runs = new LongRuns(new Mat());
        using var stats = new Mat();
        using var centres = new Mat();
        var count = Cv2.ConnectedComponentsWithStats(ink, runs._labels, stats, centres, PixelConnectivity.Connectivity8, MatType.CV_32S);
        for (var i = 1; i < count; i++)
        {
            var box = new Rect(stats.At<int>(i, 0), stats.At<int>(i, 1), stats.At<int>(i, 2), stats.At<int>(i, 3));
            var length = isHorizontal ? box.Width : box.Height;
            if ((double)stats.At<int>(i, 4) / length > thickest)
                continue;
            var (start, end) = isHorizontal ? (box.Left, box.Right) : (box.Top, box.Bottom);
            var rule = new PdfRule(isHorizontal, centres.At<double>(i, isHorizontal ? 1 : 0) * scale, start * scale, end * scale);
            if (!runs._runs.TryGetValue(rule, out var same))
                runs._runs[rule] = same = [];
            same.Add((i, box));
        }
        return runs;
    }

    /// <summary>Marks the pixels of those that are rules.</summary>
    public void Mark(IReadOnlySet<PdfRule> rules, Mat mask)
    {
        foreach (var (label, box) in _runs.Where(run => rules.Contains(run.Key)).SelectMany(run => run.Value))
        {
            using var area = new Mat(_labels, box);
            using var of = area.InRange(new Scalar(label), new Scalar(label));
            using var target = new Mat(mask, box);
            Cv2.BitwiseOr(target, of, target);
        }
    }

    public void Dispose() => _labels.Dispose();
}
