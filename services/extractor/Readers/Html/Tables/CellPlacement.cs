using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Tables;

/// <summary>
/// Places the cells of a table as the HTML table model does: each at the first free column of its row; a rowspan ends with its row group. Where a
/// column span would overlap a cell that reaches down from above, it is cut, because two cells cannot share a place.
/// </summary>
internal static class CellPlacement
{
    /// <param name="rowSpans">Spans that differ from what the cells say.</param>
    /// <exception cref="UnreadableDocumentException">too-large: more than <see cref="HtmlLimits.Columns"/> columns.</exception>
    public static List<PlacedCell> Place(IReadOnlyList<TableRows.TableRow> rows, IReadOnlyDictionary<Box, int>? rowSpans = null)
    {
        var placed = new List<PlacedCell>();
        var busyUntil = new List<int>();
        var groupEnds = GroupEnds(rows);
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row].Cells)
            {
                while (column < busyUntil.Count && busyUntil[column] > row)
                {
                    column++;
                }

                var columns = FreeColumns(busyUntil, row, column, Span.Columns(cell.Element));
                var rowsDown = (rowSpans?.TryGetValue(cell, out var known) == true ? known : Span.Rows(cell.Element)) is > 0 and var span ? Math.Min(span, groupEnds[row] - row) : groupEnds[row] - row;
                placed.Add(new PlacedCell(cell, row, column, rowsDown, columns));
                Occupy(busyUntil, column, columns, row + rowsDown);
                column += columns;
            }
        }

        return placed;
    }

    /// <summary>For each row the first row after its group.</summary>
    private static int[] GroupEnds(IReadOnlyList<TableRows.TableRow> rows)
    {
        var ends = new int[rows.Count];
        for (var row = rows.Count - 1; row >= 0; row--)
        {
            ends[row] = row + 1 < rows.Count && rows[row + 1].Group == rows[row].Group ? ends[row + 1] : row + 1;
        }

        return ends;
    }

    private static int FreeColumns(List<int> busyUntil, int row, int column, int wanted)
    {
        for (var i = 1; i < wanted; i++)
        {
            if (column + i < busyUntil.Count && busyUntil[column + i] > row)
            {
                return i;
            }
        }

        return wanted;
    }

    private static void Occupy(List<int> busyUntil, int column, int columns, int until)
    {
        if (column + columns > HtmlLimits.Columns)
        {
            throw new UnreadableDocumentException(FailureReasons.TooLarge, $"A table has more than {HtmlLimits.Columns} columns; no report has. Check the snapshot.");
        }

        while (busyUntil.Count < column + columns)
        {
            busyUntil.Add(0);
        }

        for (var i = column; i < column + columns; i++)
        {
            busyUntil[i] = until;
        }
    }
}
