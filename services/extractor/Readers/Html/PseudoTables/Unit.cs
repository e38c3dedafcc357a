using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>A stretch of a pseudo-table whose cells are aligned among each other: a leaf, a row, or rows and columns side by side.</summary>
/// <param name="Box">The box that lays it out.</param>
/// <param name="KnowsWidths">Whether the style tells where each cell begins and ends.</param>
/// <param name="IsWordy">Whether its cells are inline elements that could also be the parts of one text.</param>
internal sealed record Unit(Box Box, int Rows, int Columns, IReadOnlyList<UnitCell> Cells, bool KnowsWidths, bool IsWordy = false)
{
    public static Unit Leaf(Box box) => new(box, 1, 1, [new UnitCell(box, 0, 0, 1, 1, 0, 1)], true);

    public bool IsLeaf => Cells.Count == 1;
}

/// <param name="Left">Left edge as a share of the unit's width, 0..1; meaningful where the unit knows its widths.</param>
internal sealed record UnitCell(Box Box, int Row, int Column, int RowSpan, int ColumnSpan, double Left, double Right);
