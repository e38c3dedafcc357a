using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Calibrating;

/// <summary>Stated probabilities beside the shares that were right, in bins that grow finer towards 1, where most readings are.</summary>
public static class Reliability
{
    private static readonly ImmutableArray<double> Edges = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 1];

    /// <summary>Bins with readings in them, from the least sure to the surest.</summary>
    public static ImmutableArray<ReliabilityBin> Bins(IReadOnlyCollection<Judged> judged) =>
    [
        .. from i in Enumerable.Range(0, Edges.Length - 1)
           let inside = judged.Where(one => one.Confidence >= Edges[i] && (one.Confidence < Edges[i + 1] || Edges[i + 1] == 1)).ToList()
           where inside.Count > 0
           select new ReliabilityBin(Edges[i], Edges[i + 1], inside.Count, inside.Count(one => one.IsRight), inside.Average(one => one.Confidence)),
    ];

    public static IEnumerable<string> Lines(IReadOnlyCollection<Judged> judged) =>
        Bins(judged).Select(bin => string.Create(CultureInfo.InvariantCulture, $"{bin.From,7:0.####} to {bin.To,-7:0.####}{bin.Count,8}{bin.Count - bin.Right,7} wrong   stated {bin.Stated:0.0000}   right {bin.Observed:0.0000}"))
            .DefaultIfEmpty("  none");
}
