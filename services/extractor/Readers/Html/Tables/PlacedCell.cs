using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Tables;

/// <summary>A cell at its place on a table's grid, from 0.</summary>
/// <param name="Box">For an anonymous cell the box of what stands in it.</param>
/// <param name="Shown">Place before columns and rows that no cell starts in were closed up: what a browser's own counting gives.</param>
internal sealed record PlacedCell(Box Box, int Row, int Column, int RowSpan, int ColumnSpan, (int Row, int Column) Shown)
{
    public PlacedCell(Box box, int row, int column, int rowSpan, int columnSpan)
        : this(box, row, column, rowSpan, columnSpan, (row, column))
    {
    }
}
