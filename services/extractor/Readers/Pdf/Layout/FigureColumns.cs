using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>The figure columns of a table without rules, as the rows with the most figures show them.</summary>
/// <param name="Extents">From the leftmost to the rightmost point of each column's figures, ascending and apart.</param>
internal sealed record FigureColumns(ImmutableArray<(double Start, double End)> Extents)
{
    /// <returns>Null where the figures of different rows do not stand below each other.</returns>
    public static FigureColumns? Of(IReadOnlyList<FigureRow> rows)
    {
        var count = rows.Max(row => row.Figures.Length);
        var full = rows.Where(row => row.Figures.Length == count).ToList();
        var extents = Enumerable.Range(0, count).Select(i => (Start: full.Min(row => row.Figures[i].Box.Left), End: full.Max(row => row.Figures[i].Box.Right))).ToImmutableArray();
        var areApart = Enumerable.Range(1, count - 1).All(i => extents[i - 1].End < extents[i].Start);
        var columns = new FigureColumns(extents);
        return areApart && rows.All(row => columns.Places(row) is not null) ? columns : null;
    }

    /// <summary>Column of each figure of a row, ascending; null when two would share one.</summary>
    public ImmutableArray<int>? Places(FigureRow row)
    {
        var places = row.Figures.Select(figure => Nearest(figure.Box.MiddleX)).ToImmutableArray();
        return Enumerable.Range(1, places.Length - 1).All(i => places[i - 1] < places[i]) ? places : null;
    }

    /// <summary>x between the columns, and half a gap before the first and after the last: one more than there are columns.</summary>
    public ImmutableArray<double> Borders()
    {
        var between = Enumerable.Range(1, Extents.Length - 1).Select(i => (Extents[i - 1].End + Extents[i].Start) / 2);
        return [Extents[0].Start - 3, .. between, Extents[^1].End + 3];
    }

    private int Nearest(double x) => Enumerable.Range(0, Extents.Length).MinBy(i => Math.Abs((Extents[i].Start + Extents[i].End) / 2 - x));
}
