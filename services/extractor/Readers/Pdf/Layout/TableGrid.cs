using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A table on one upright page.</summary>
/// <param name="Columns">x of the column borders, ascending: one more than there are columns.</param>
/// <param name="Rows">y of the row borders, ascending.</param>
/// <param name="Cells">In row-major order of their top left corners; no two overlap.</param>
internal sealed record TableGrid(ImmutableArray<double> Columns, ImmutableArray<double> Rows, ImmutableArray<TableCell> Cells)
{
    public PdfBox Box => new(Columns[0], Rows[0], Columns[^1], Rows[^1]);

    /// <summary>Columns of labels before those of figures, where the table was found by the places of words alone; null where rules draw it.</summary>
    public int? InferredLabelColumns { get; init; }

    /// <summary>Columns of figures, where the table was found by the places of words alone; null where rules draw it.</summary>
    public FigureColumns? InferredColumns { get; init; }

    public int RowCount => Rows.Length - 1;

    public int ColumnCount => Columns.Length - 1;

    /// <summary>The same table, of which nothing stands higher than that.</summary>
    public TableGrid From(double top) => Rows[0] >= top ? this : this with
    {
        Rows = [.. Rows.Select(y => Math.Max(y, top))],
        Cells = [.. Cells.Select(cell => cell with { Box = cell.Box with { Top = Math.Max(cell.Box.Top, top), Bottom = Math.Max(cell.Box.Bottom, top) } })],
    };
}
