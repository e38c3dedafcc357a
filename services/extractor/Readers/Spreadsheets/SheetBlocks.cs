using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>
/// The paragraphs and tables of a sheet. Rows that follow each other with several cells are a table; a row with one cell is text, unless it stands
/// inside a table that borders draw. Hidden rows and columns are as if they were not there.
/// </summary>
internal static class SheetBlocks
{
    /// <summary>Longest text of a row across a table, in characters: 第二十条第（一）项 has nine, a heading of its groups some twenty; more is prose in a frame.</summary>
    private const int LongestRowLabel = 40;

    public static ImmutableArray<Block> Of(Sheet sheet)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var table = new List<List<SheetCell>>();
        foreach (var row in Rows(sheet))
        {
            if (table.Count > 0 && !Continues(table[^1], row))
                Close(sheet, table, blocks);
            if (row.Count > 1 || (table.Count > 0 && IsWithin(row[0], table)))
                table.Add(row);
            else
            {
                Close(sheet, table, blocks);
                blocks.AddRange(Text(sheet, row[0]));
            }
        }
        Close(sheet, table, blocks);
        return blocks.ToImmutable();
    }

    /// <summary>Rows from the top; an empty one is none. A row that only the merged cells of rows above fill counts as one with them.</summary>
    private static IEnumerable<List<SheetCell>> Rows(Sheet sheet) =>
        sheet.Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key).Select(row => row.OrderBy(cell => cell.Column).ToList());

    private static bool Continues(List<SheetCell> above, List<SheetCell> row) => row[0].Row <= above.Max(cell => cell.Row + cell.RowSpan);

    /// <summary>Whether a lone cell is one of the table: a border frames it and what it says is short, or a merged cell stands beside it.</summary>
    private static bool IsWithin(SheetCell cell, List<List<SheetCell>> table) =>
        (cell.HasBorder && cell.Text.Length <= LongestRowLabel && table[^1].Exists(above => above.HasBorder))
        || table.Exists(row => row.Exists(above => above.Row + above.RowSpan > cell.Row));

    private static IEnumerable<TextBlock> Text(Sheet sheet, SheetCell cell)
    {
        var source = new SheetLocator(sheet.Name, cell.Row, cell.Column);
        return cell.Text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => new TextBlock(line, source));
    }

    private static void Close(Sheet sheet, List<List<SheetCell>> table, ImmutableArray<Block>.Builder blocks)
    {
        if (table.Count == 1 && table[0].Count(cell => cell.Text.Length > 0) == 1)
            blocks.AddRange(Text(sheet, table[0].Find(cell => cell.Text.Length > 0)!));
        else if (table.Exists(row => row.Exists(cell => cell.Text.Length > 0)))
            blocks.Add(Grid(sheet, [.. table.SelectMany(row => row)]));
        table.Clear();
    }

    private static GridBlock Grid(Sheet sheet, List<SheetCell> cells)
    {
        var rows = new VisibleRange(cells.Min(cell => cell.Row), cells.Max(cell => cell.Row + cell.RowSpan), sheet.HiddenRows);
        var columns = new VisibleRange(cells.Min(cell => cell.Column), cells.Max(cell => cell.Column + cell.ColumnSpan), sheet.HiddenColumns);
        var placed = cells.Select(cell =>
        {
            var lines = cell.Text.Split('\n').Select(line => line.Trim()).ToImmutableArray();
            return new GridCell(
                rows.Place(cell.Row), columns.Place(cell.Column), Math.Max(1, rows.Span(cell.Row, cell.RowSpan)), Math.Max(1, columns.Span(cell.Column, cell.ColumnSpan)),
                JoinedLines.Of(lines), new SheetLocator(sheet.Name, cell.Row, cell.Column)) { Lines = lines.Length > 1 ? lines : [] };
        });
        return new GridBlock([.. placed], rows.Count, columns.Count, new SheetLocator(sheet.Name, rows.First, columns.First));
    }

    /// <summary>Rows or columns of a table, counted without the hidden ones.</summary>
    private sealed class VisibleRange(int first, int end, ImmutableHashSet<int> hidden)
    {
        private readonly int[] _places = Places(first, end, hidden);

        public int First => first;

        public int Count => _places[^1];

        public int Place(int index) => _places[index - first];

        public int Span(int index, int span) => _places[index + span - first] - _places[index - first];

        private static int[] Places(int first, int end, ImmutableHashSet<int> hidden)
        {
            var places = new int[end - first + 1];
            for (var i = first; i < end; i++)
                places[i - first + 1] = places[i - first] + (hidden.Contains(i) ? 0 : 1);
            return places;
        }
    }
}
