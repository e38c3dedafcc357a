using System.Globalization;
using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Places the children of a CSS grid: those with lines at their lines, the others one after the other, with their spans.</summary>
internal static class GridPlacement
{
    private const int MostPlaces = 200_000;

    /// <summary>Null where the number of columns is not certain.</summary>
    public static Unit? Place(Box grid, IReadOnlyList<Unit> leaves)
    {
        var template = grid.Style.GetValueOrDefault("grid-template-columns") ?? grid.Style.GetValueOrDefault("grid-template");
        var placements = leaves.Select(leaf => (Leaf: leaf, Column: Line(leaf.Box, "column", 1), Row: Line(leaf.Box, "row", 0))).ToList();
        var weights = template is null ? null : Tracks.Parse(template);
        if (weights is null)
        {
            // Without a template explicit lines make the columns.
            if (template is not null || placements.Exists(item => item.Column.Start is null))
            {
                return null;
            }

            weights = Enumerable.Repeat(1.0, placements.Max(item => item.Column.Start!.Value - 1 + item.Column.Span)).ToArray();
        }

        if (placements.Sum(item => (long)Math.Min(item.Column.Span, weights.Length) * item.Row.Span) > MostPlaces)
        {
            return null;
        }

        var edges = Edges(weights);
        var taken = new HashSet<(int Row, int Column)>();
        var cells = new List<UnitCell>();
        var (row, column) = (0, 0);
        foreach (var (leaf, columnLine, rowLine) in placements)
        {
            var span = Math.Clamp(columnLine.SpanIn(weights.Length), 1, weights.Length);
            var start = columnLine.StartIn(weights.Length);
            var height = Math.Clamp(rowLine.Span, 1, 1000);
            if (start is not null && rowLine.Start is { } line and > 0 and < 10_000)
            {
                (row, column) = (line - 1, start.Value);
            }
            else
            {
                (row, column) = Next(taken, weights.Length, rowLine.Start is > 0 and < 10_000 and var fixedRow ? (fixedRow - 1, 0) : (row, column), start, span, height);
            }

            for (var i = 0; i < span * height; i++)
            {
                taken.Add((row + (i / span), column + (i % span)));
            }

            cells.Add(new UnitCell(leaf.Box, row, column, height, span, edges[column], edges[Math.Min(column + span, weights.Length)]));
            column += span;
        }

        return new Unit(grid, cells.Max(cell => cell.Row + cell.RowSpan), weights.Length, cells, true);
    }

    /// <summary>The next free place in reading order from the last one on.</summary>
    private static (int Row, int Column) Next(HashSet<(int Row, int Column)> taken, int columns, (int Row, int Column) from, int? start, int span, int height)
    {
        var (row, column) = start is { } fixedColumn ? (fixedColumn < from.Column ? from.Row + 1 : from.Row, fixedColumn) : from;
        while (true)
        {
            if (column + span > columns)
            {
                (row, column) = (row + 1, start ?? 0);
            }
            else if (Enumerable.Range(0, span * height).Any(i => taken.Contains((row + (i / span), column + (i % span)))))
            {
                (row, column) = start is null ? (row, column + 1) : (row + 1, column);
            }
            else
            {
                return (row, column);
            }
        }
    }

    private static double[] Edges(double[] weights)
    {
        var edges = new double[weights.Length + 1];
        for (var i = 0; i < weights.Length; i++)
        {
            edges[i + 1] = edges[i] + (weights[i] / weights.Sum());
        }

        return edges;
    }

    private static GridLine Line(Box box, string axis, int areaPart)
    {
        var both = box.Style.GetValueOrDefault("grid-" + axis);
        if (both is null && box.Style.GetValueOrDefault("grid-area")?.Split('/') is { Length: 4 } area)
        {
            both = area[areaPart] + "/" + area[areaPart + 2];
        }

        var parts = both?.Split('/');
        return GridLine.Parse(parts?[0] ?? box.Style.GetValueOrDefault($"grid-{axis}-start"), parts is { Length: 2 } ? parts[1] : box.Style.GetValueOrDefault($"grid-{axis}-end"));
    }

    /// <param name="Start">Line from 1, negative from the end; null for the next free one.</param>
    /// <param name="End">Likewise; null where only the span is given.</param>
    private readonly record struct GridLine(int? Start, int? End, int Span)
    {
        public static GridLine Parse(string? start, string? end)
        {
            var (startLine, startSpan) = Part(start);
            var (endLine, endSpan) = Part(end);
            var span = endSpan ?? startSpan ?? (startLine > 0 && endLine > startLine ? endLine - startLine : null) ?? 1;
            return new GridLine(startLine ?? (endLine - span is > 0 and var before ? before : null), endLine, Math.Min(span, 1000));
        }

        public int? StartIn(int columns) => Start switch
        {
            null => null,
            < 0 => Math.Clamp(columns + 1 + Start.Value, 0, columns - 1),
            _ => Math.Clamp(Start.Value - 1, 0, columns - 1),
        };

        public int SpanIn(int columns) => End < 0 && StartIn(columns) is { } first ? columns + 1 + End.Value - first : Span;

        private static (int? Line, int? Span) Part(string? text)
        {
            var trimmed = text?.Trim() ?? "";
            return trimmed.StartsWith("span", StringComparison.Ordinal)
                ? (null, int.TryParse(trimmed[4..], NumberStyles.Integer, CultureInfo.InvariantCulture, out var span) ? span : null)
                : (int.TryParse(trimmed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var line) ? line : null, null);
        }
    }
}
