using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// The figure columns of a table without rules and what stands above them → its columns, those among them that are empty in every row and that only
/// their headers show.
/// </summary>
internal static class HeadedColumns
{
    /// <param name="figures">As the figures alone tell them.</param>
    /// <param name="headers">Lines from below, each with its words.</param>
    public static FigureColumns Of(FigureColumns figures, IReadOnlyList<ImmutableArray<LineSegment>> headers)
    {
        if (headers.Count == 0)
            return figures;
        // The line with the most words names single columns; the others from below, as a header over several columns stands above theirs.
        var richest = headers.MaxBy(line => line.Length);
        var blocks = WordBlocks.Of(headers.SelectMany(line => line), figures).Select(block => (block.Box, IsSure: richest.Any(header => block.Box.Contains(header.Box.MiddleX, header.Box.MiddleY)))).ToList();
        var sure = blocks.FindAll(block => block.IsSure).ConvertAll(block => block.Box);
        var columns = Beside(figures, blocks.ConvertAll(block => block.Box), sure) with { Side = Side(figures, sure) };
        var (seen, found) = (columns.Extents.ToList(), new List<(double Start, double End)>());
        foreach (var (box, isSure) in blocks.OrderByDescending(block => block.IsSure).ThenByDescending(block => block.Box.MiddleY))
        {
            var over = seen.FindAll(extent => extent.Start < box.Right && box.Left < extent.End);
            if (over.Count > 1 || (over.Count == 0 && !isSure && IsBetweenNeighbours(box.MiddleX, seen)))
                continue;
            var extent = over.Append((Start: box.Left, End: box.Right)).Aggregate((all, part) => (Math.Min(all.Start, part.Start), Math.Max(all.End, part.End)));
            seen.RemoveAll(over.Contains);
            seen.Add(extent);
            if (over.Count == 0 || found.RemoveAll(over.Contains) > 0)
                found.Add(extent);
        }
        return found.Count == 0 ? columns : columns with { Extents = [.. columns.Extents.Concat(found).Order()] };
    }

    /// <summary>Where headers stand in the middle of wide cells and figures at one side, neither is above the other: the nearest of each are one column.</summary>
    private static FigureColumns Beside(FigureColumns figures, List<PdfBox> blocks, List<PdfBox> headers)
    {
        var single = blocks.FindAll(block => !blocks.Exists(other => other.MiddleY > block.MiddleY && IsOver(other, (block.Left, block.Right))));
        var bare = figures.Extents.Where(extent => !single.Exists(block => IsOver(block, extent))).ToList();
        if (bare.Count == 0 || headers.Count == 0)
            return figures;
        var pairs = bare.Select(extent => (Extent: extent, Header: headers.MinBy(header => Gap(header, extent))))
            .Where(pair => figures.Under(pair.Header).IsEmpty && bare.MinBy(extent => Gap(pair.Header, extent)) == pair.Extent).ToDictionary(pair => pair.Extent, pair => pair.Header);
        return new FigureColumns([.. figures.Extents.Select(extent => pairs.TryGetValue(extent, out var header) ? (Math.Min(extent.Start, header.Left), Math.Max(extent.End, header.Right)) : extent)]);
    }

    /// <summary>The side at which headers begin or end where their figures do, although they are wider.</summary>
    private static CellSide Side(FigureColumns figures, List<PdfBox> headers)
    {
        var over = headers.Select(header => (Header: header, Under: figures.Under(header), Slack: header.Height / 4)).Where(pair => pair.Under.Length == 1)
            .Select(pair => (pair.Header, Figures: figures.Extents[pair.Under[0]], pair.Slack)).ToList();
        var atLeft = over.ConvertAll(pair => Math.Abs(pair.Header.Left - pair.Figures.Start) < pair.Slack);
        var atRight = over.ConvertAll(pair => Math.Abs(pair.Header.Right - pair.Figures.End) < pair.Slack);
        return (atLeft.TrueForAll(its => its), atRight.TrueForAll(its => its)) switch
        {
            (true, false) => CellSide.Left,
            (false, true) => CellSide.Right,
            _ => CellSide.Middle,
        };
    }

    private static bool IsOver(PdfBox header, (double Start, double End) extent) => extent.Start < header.Right && header.Left < extent.End;

    private static double Gap(PdfBox header, (double Start, double End) extent) => Math.Max(header.Left - extent.End, extent.Start - header.Right);

    /// <summary>A header in the gap between two columns names both; where a column is missing, the gap is twice as wide.</summary>
    private static bool IsBetweenNeighbours(double x, List<(double Start, double End)> extents)
    {
        var middles = extents.Select(extent => (extent.Start + extent.End) / 2).Order().ToList();
        var right = middles.FindIndex(middle => middle > x);
        if (right <= 0 || middles.Count < 3)
            return false;
        return middles[right] - middles[right - 1] < Enumerable.Range(1, middles.Count - 1).Min(i => middles[i] - middles[i - 1]) * 1.5;
    }
}
