using Pipeline.Extractor.Readers.Html.Boxes;
using Pipeline.Extractor.Readers.Html.Tables;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Puts units beside each other into one.</summary>
internal static class SideBySide
{
    /// <summary>Null where their numbers of rows do not agree: each has as many as the tallest, or stretches over them as a single one.</summary>
    public static Unit? Join(Box box, IReadOnlyList<Unit> parts, bool isWordy)
    {
        var rows = parts.Max(part => part.Rows);
        if (parts.Any(part => part.Rows != rows && part.Rows != 1))
        {
            return null;
        }

        var shares = CellWidths.Shares(parts.Select(part => part.Box).ToList());
        var cells = new List<UnitCell>();
        var column = 0;
        var left = 0.0;
        for (var i = 0; i < parts.Count; i++)
        {
            var width = shares?[i] ?? 0;
            var span = parts[i].IsLeaf ? Span.Columns(parts[i].Box.Element) : 1;
            foreach (var cell in parts[i].Cells)
            {
                cells.Add(cell with
                {
                    Column = column + cell.Column,
                    ColumnSpan = parts[i].IsLeaf ? span : cell.ColumnSpan,
                    RowSpan = parts[i].Rows == 1 ? rows : cell.RowSpan,
                    Left = left + (width * cell.Left),
                    Right = left + (width * cell.Right),
                });
            }

            column += parts[i].IsLeaf ? span : parts[i].Columns;
            left += width;
        }

        return new Unit(box, rows, column, cells, shares is not null && parts.All(part => part.KnowsWidths), isWordy);
    }
}
