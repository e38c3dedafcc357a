using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// Touching rules → cells. All positions of rules make a lattice; neighbouring fields of it without a rule between them are one cell.
/// The outside of the lattice counts as ruled, because tables with open sides and tables cut by a page break are common.
/// </summary>
internal sealed class RuledLattice
{
    /// <summary>Share of a field's side that a rule must cover to separate it; rounded corners and crossing gaps leave a little out.</summary>
    private const double Covering = 0.6;

    private readonly ILookup<int, PdfRule> _horizontal;
    private readonly ILookup<int, PdfRule> _vertical;

    private RuledLattice(ImmutableArray<PdfRule> rules)
    {
        var horizontal = rules.Where(rule => rule.IsHorizontal).ToList();
        var vertical = rules.Where(rule => !rule.IsHorizontal).ToList();
        Columns = Positions(vertical.Select(rule => rule.Position), horizontal);
        Rows = Positions(horizontal.Select(rule => rule.Position), vertical);
        _horizontal = horizontal.ToLookup(rule => Nearest(Rows, rule.Position));
        _vertical = vertical.ToLookup(rule => Nearest(Columns, rule.Position));
    }

    /// <summary>x of the column borders, ascending.</summary>
    public ImmutableArray<double> Columns { get; }

    /// <summary>y of the row borders, ascending.</summary>
    public ImmutableArray<double> Rows { get; }

    /// <returns>The cells with their boxes and no text; null where the rules make no table of at least two cells.</returns>
    public static TableGrid? Grid(ImmutableArray<PdfRule> rules)
    {
        if (rules.Count(rule => rule.IsHorizontal) < 2 || rules.All(rule => rule.IsHorizontal))
            return null;
        var lattice = new RuledLattice(rules);
        var cells = lattice.Cells();
        return cells.Length < 2 ? null : new TableGrid(lattice.Columns, lattice.Rows, cells);
    }

    private ImmutableArray<TableCell> Cells()
    {
        var (rowCount, columnCount) = (Rows.Length - 1, Columns.Length - 1);
        var sets = new DisjointSets(rowCount * columnCount);
        for (var row = 0; row < rowCount; row++)
        {
            for (var column = 0; column < columnCount; column++)
            {
                if (column + 1 < columnCount && !IsRuled(_vertical[column + 1], Rows[row], Rows[row + 1]))
                    sets.Join(row * columnCount + column, row * columnCount + column + 1);
                if (row + 1 < rowCount && !IsRuled(_horizontal[row + 1], Columns[column], Columns[column + 1]))
                    sets.Join(row * columnCount + column, (row + 1) * columnCount + column);
            }
        }
        var regions = Enumerable.Range(0, rowCount * columnCount).GroupBy(sets.Find);
        return [.. regions.SelectMany(region => Rectangles([.. region.Select(field => (field / columnCount, field % columnCount))]))
            .Select(Cell).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)];
    }

    private TableCell Cell((int Top, int Left, int Bottom, int Right) fields)
    {
        var (top, left, bottom, right) = fields;
        var box = new PdfBox(Columns[left], Rows[top], Columns[right + 1], Rows[bottom + 1]);
        return new TableCell(top, left, bottom - top + 1, right - left + 1, box)
        {
            IsOpenAbove = !IsRuled(_horizontal[top], box.Left, box.Right),
            IsOpenBelow = !IsRuled(_horizontal[bottom + 1], box.Left, box.Right),
        };
    }

    /// <summary>A region is one rectangle; where a missing piece of rule makes it a crooked one, it is cut into rectangles from the top.</summary>
    private static IEnumerable<(int Top, int Left, int Bottom, int Right)> Rectangles(SortedSet<(int Row, int Column)> fields)
    {
        while (fields.Count > 0)
        {
            var (top, left) = fields.Min;
            var right = left;
            while (fields.Contains((top, right + 1)))
                right++;
            var bottom = top;
            while (Enumerable.Range(left, right - left + 1).All(column => fields.Contains((bottom + 1, column))))
                bottom++;
            fields.RemoveWhere(field => field.Row >= top && field.Row <= bottom && field.Column >= left && field.Column <= right);
            yield return (top, left, bottom, right);
        }
    }

    private static bool IsRuled(IEnumerable<PdfRule> rules, double from, double to) =>
        rules.Sum(rule => Math.Max(0, Math.Min(rule.End, to) - Math.Max(rule.Start, from))) >= (to - from) * Covering;

    private static ImmutableArray<double> Positions(IEnumerable<double> positions, List<PdfRule> across)
    {
        var ends = new[] { across.Min(rule => rule.Start), across.Max(rule => rule.End) };
        var merged = new List<double>();
        foreach (var position in positions.Order())
        {
            if (merged.Count == 0 || position - merged[^1] > 0.01)
                merged.Add(position);
        }
        foreach (var end in ends.Where(end => merged.TrueForAll(position => Math.Abs(position - end) > JoinedRules.Tolerance)))
            merged.Add(end);
        return [.. merged.Order()];
    }

    private static int Nearest(ImmutableArray<double> positions, double position) =>
        Enumerable.Range(0, positions.Length).MinBy(i => Math.Abs(positions[i] - position));
}
