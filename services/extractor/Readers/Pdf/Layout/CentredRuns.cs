using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// Shares out items in a row among anchors that stand in the middle of theirs: the lines of wrapped labels among numbers centred beside them,
/// the columns of a table among headers centred above them, its rows among the labels of their groups.
/// </summary>
internal static class CentredRuns
{
    /// <param name="items">Extents along one axis, ascending.</param>
    /// <param name="anchors">Middles along the same axis, ascending.</param>
    /// <param name="aloneCost">Squared distance that leaving an item out is worth: larger makes anchors take more items.</param>
    /// <param name="edgeCost">The same for items before the first anchor's run and after the last one's.</param>
    /// <returns>For each item the index of its anchor, or -1. Every anchor has a run of neighbouring items, as well centred as possible; null when there are fewer items than anchors.</returns>
    public static ImmutableArray<int>? Share(IReadOnlyList<(double Start, double End)> items, IReadOnlyList<double> anchors, double aloneCost, double edgeCost)
    {
        if (items.Count < anchors.Count)
            return null;
        // best[a, i]: least cost of sharing the first i items among the first a anchors; from[a, i]: where the last anchor's run begins, -1 when item i-1 is left out.
        var best = new double[anchors.Count + 1, items.Count + 1];
        var from = new int[anchors.Count + 1, items.Count + 1];
        for (var a = 0; a <= anchors.Count; a++)
        {
            for (var i = 0; i <= items.Count; i++)
                (best[a, i], from[a, i]) = Best(items, anchors, a == 0 || a == anchors.Count ? edgeCost : aloneCost, best, a, i);
        }
        return Trace(from, items.Count, anchors.Count);
    }

    private static (double Cost, int From) Best(IReadOnlyList<(double Start, double End)> items, IReadOnlyList<double> anchors, double aloneCost, double[,] best, int a, int i)
    {
        if (i == 0)
            return (a == 0 ? 0 : double.PositiveInfinity, -1);
        var (cost, start) = (best[a, i - 1] + aloneCost, -1);
        for (var first = 0; a > 0 && first < i; first++)
        {
            var off = (items[first].Start + items[i - 1].End) / 2 - anchors[a - 1];
            if (best[a - 1, first] + off * off < cost)
                (cost, start) = (best[a - 1, first] + off * off, first);
        }
        return (cost, start);
    }

    private static ImmutableArray<int> Trace(int[,] from, int itemCount, int anchorCount)
    {
        var owners = Enumerable.Repeat(-1, itemCount).ToArray();
        for (var (a, i) = (anchorCount, itemCount); i > 0;)
        {
            if (from[a, i] < 0)
            {
                i--;
                continue;
            }
            for (var item = from[a, i]; item < i; item++)
                owners[item] = a - 1;
            (a, i) = (a - 1, from[a, i]);
        }
        return [.. owners];
    }
}
