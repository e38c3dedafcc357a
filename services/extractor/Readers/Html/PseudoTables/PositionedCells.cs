using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Aligns cells that stand at fixed places of their container: equal tops make a row, equal left edges a column, widths and heights the spans.</summary>
internal static class PositionedCells
{
    /// <summary>Pixels (or per cent): editors are not exact to the pixel.</summary>
    private const double Tolerance = 3;

    private const int MostPlaces = 50_000;

    /// <summary>Null where places are missing or cells overlap.</summary>
    public static Unit? Place(Box box, IReadOnlyList<Unit> leaves)
    {
        var boxes = leaves.Select(leaf => (leaf.Box, Left: Number(leaf.Box, "left"), Top: Number(leaf.Box, "top"), Width: Number(leaf.Box, "width"), Height: Number(leaf.Box, "height"))).ToList();
        if (boxes.Exists(item => item.Left is null || item.Top is null))
        {
            return null;
        }

        var columns = Starts(boxes.Select(item => item.Left!.Value));
        var rows = Starts(boxes.Select(item => item.Top!.Value));
        var cells = boxes.Select(item =>
        {
            var (row, rowSpan) = Range(rows, item.Top!.Value, item.Height);
            var (column, columnSpan) = Range(columns, item.Left!.Value, item.Width);
            return new UnitCell(item.Box, row, column, rowSpan, columnSpan, 0, 0);
        }).ToList();
        if (cells.Sum(cell => (long)cell.RowSpan * cell.ColumnSpan) > MostPlaces)
        {
            return null;
        }

        var places = cells.SelectMany(cell => Enumerable.Range(0, cell.RowSpan * cell.ColumnSpan).Select(i => (cell.Row + (i / cell.ColumnSpan), cell.Column + (i % cell.ColumnSpan)))).ToList();
        return places.Count != places.Distinct().Count() ? null : new Unit(box, rows.Count, columns.Count, cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToList(), false);
    }

    private static List<double> Starts(IEnumerable<double> values)
    {
        var starts = new List<double>();
        foreach (var value in values.Order())
        {
            if (starts.Count == 0 || value - starts[^1] > Tolerance)
            {
                starts.Add(value);
            }
        }

        return starts;
    }

    private static (int Start, int Span) Range(List<double> starts, double from, double? length)
    {
        var first = starts.FindLastIndex(start => start <= from + Tolerance);
        var span = length is null ? 1 : starts.Skip(first).TakeWhile(start => start < from + length - Tolerance).Count();
        return (first, Math.Max(1, span));
    }

    private static double? Number(Box box, string property) =>
        box.Style.GetValueOrDefault(property) is [.. var digits, '%'] && double.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var percent) ? percent * 10 : box.Style.Pixels(property);
}
