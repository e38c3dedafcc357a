using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>The figure columns of a table without rules.</summary>
/// <param name="Extents">From the leftmost to the rightmost point of each column's figures, ascending and apart; of its header, where it has no figures.</param>
internal sealed record FigureColumns(ImmutableArray<(double Start, double End)> Extents)
{
    /// <summary>Points between a cell's border and what it says.</summary>
    private const double Air = 3;

    /// <summary>Where in its cells the table says what it says.</summary>
    public CellSide Side { get; init; }

    /// <summary>Share of a line's height that parts two columns at least; what is closer is out of line.</summary>
    private const double LeastGap = 0.25;

    /// <summary>Words of a line over different columns from which on it is taken for headers.</summary>
    private const int FewestHeaders = 3;

    /// <returns>Null where the figures of different rows do not stand below each other.</returns>
    public static FigureColumns? Of(IReadOnlyList<FigureRow> rows) =>
        new[] { FromAll(rows), FromFullest(rows) }.FirstOrDefault(columns => columns?.Hold(rows) == true);

    /// <summary>Figures that overlap from above are one column, so that a column may have gaps.</summary>
    private static FigureColumns FromAll(IReadOnlyList<FigureRow> rows)
    {
        var extents = new List<(double Start, double End)>();
        foreach (var box in rows.SelectMany(row => row.Figures).Select(figure => figure.Box).OrderBy(box => box.Left))
        {
            if (extents.Count > 0 && box.Left < extents[^1].End + box.Height * LeastGap)
                extents[^1] = (extents[^1].Start, Math.Max(extents[^1].End, box.Right));
            else
                extents.Add((box.Left, box.Right));
        }
        return new FigureColumns([.. extents]);
    }

    /// <summary>The columns of the rows with the most figures.</summary>
    private static FigureColumns? FromFullest(IReadOnlyList<FigureRow> rows)
    {
        var count = rows.Max(row => row.Figures.Length);
        var full = rows.Where(row => row.Figures.Length == count).ToList();
        var extents = Enumerable.Range(0, count).Select(i => (Start: full.Min(row => row.Figures[i].Box.Left), End: full.Max(row => row.Figures[i].Box.Right))).ToImmutableArray();
        return Enumerable.Range(1, count - 1).All(i => extents[i - 1].End < extents[i].Start) ? new FigureColumns(extents) : null;
    }

    /// <summary>Whether no row has two figures in one column.</summary>
    public bool Hold(IEnumerable<FigureRow> rows) => rows.All(row => Places(row) is not null);

    /// <summary>Whether each column has a word of its own on the line, which has no figures.</summary>
    public bool AreNamedBy(TextLine line) => !line.Words.Any(word => CharacterClass.IsFigure(word.Text))
        && Extents.Select(extent => line.Words.FirstOrDefault(word => word.Box.Left < extent.End && extent.Start < word.Box.Right)).ToList() is var names && names.TrueForAll(name => name is not null) && names.Distinct().Count() == Extents.Length;

    /// <summary>Whether several words, however close, or one behind what stands over the labels, stand over one column each; those of prose stand as they come.</summary>
    public bool AreHeadedBy(TextLine line)
    {
        var under = line.Words.Select(word => Under(word.Box)).Where(columns => !columns.IsEmpty).ToList();
        var isCornered = under.Count == line.Words.Length - 1 && line.Words[0].Box.Right < Extents[0].Start && line.Words.All(word => word.WideCount() > 1);
        return under.Count >= (isCornered ? 1 : FewestHeaders) && under.TrueForAll(columns => columns.Length == 1) && under.Select(columns => columns[0]).Distinct().Count() == under.Count;
    }

    /// <summary>Columns over whose figures the box stands.</summary>
    public ImmutableArray<int> Under(PdfBox box) => [.. Enumerable.Range(0, Extents.Length).Where(i => Extents[i].Start < box.Right && box.Left < Extents[i].End)];

    /// <summary>Column of each figure of a row, ascending; null when two would share one.</summary>
    public ImmutableArray<int>? Places(FigureRow row)
    {
        var places = row.Figures.Select(figure => Nearest(figure.Box.MiddleX)).ToImmutableArray();
        return Enumerable.Range(1, places.Length - 1).All(i => places[i - 1] < places[i]) ? places : null;
    }

    /// <summary>x between the columns, and a little before the first and after the last: one more than there are columns.</summary>
    public ImmutableArray<double> Borders()
    {
        var between = Enumerable.Range(1, Extents.Length - 1).Select(i => Side switch
        {
            CellSide.Left => Math.Max(Extents[i].Start - Air, (Extents[i - 1].End + Extents[i].Start) / 2),
            CellSide.Right => Math.Min(Extents[i - 1].End + Air, (Extents[i - 1].End + Extents[i].Start) / 2),
            _ => (Extents[i - 1].End + Extents[i].Start) / 2,
        });
        return [Extents[0].Start - Air, .. between, Extents[^1].End + Air];
    }

    private int Nearest(double x) => Enumerable.Range(0, Extents.Length).MinBy(i => (Extents[i].Start <= x && x <= Extents[i].End ? 0 : 1, Math.Abs((Extents[i].Start + Extents[i].End) / 2 - x)));
}
