using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A table of the document, which may have begun on an earlier page.</summary>
/// <param name="Columns">x of the column borders on the upright page, ascending.</param>
internal sealed record DocumentTable(ImmutableArray<double> Columns, int RowCount, ImmutableArray<LocatedCell> Cells, PdfLocator Source)
{
    public static DocumentTable Of(UprightPage page, TableGrid grid) => new(
        grid.Columns, grid.RowCount, [.. grid.Cells.Select(cell => new LocatedCell(cell, page.Locate(cell.Box)))], page.Locate(grid.Box))
    {
        InferredLabelColumns = grid.InferredLabelColumns,
    };

    /// <inheritdoc cref="TableGrid.InferredLabelColumns" />
    public int? InferredLabelColumns { get; init; }

    /// <summary>The same inferred table with more label columns, the new ones at the left.</summary>
    public DocumentTable WithLabelColumns(int count)
    {
        var added = count - InferredLabelColumns!.Value;
        return added == 0 ? this : this with
        {
            InferredLabelColumns = count,
            Columns = [.. Enumerable.Repeat(Columns[0], added), .. Columns],
            Cells = [.. Cells.Select(placed => placed with { Cell = placed.Cell with { Column = placed.Cell.Column + added } })],
        };
    }

    public GridBlock ToBlock() => new(
        [.. Cells.Select(placed => new GridCell(placed.Cell.Row, placed.Cell.Column, placed.Cell.RowSpan, placed.Cell.ColumnSpan, placed.Cell.Text, placed.Source))],
        RowCount, Columns.Length - 1, Source)
    {
        IsUnruled = InferredLabelColumns is not null,
    };
}
