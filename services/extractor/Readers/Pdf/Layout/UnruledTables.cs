using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// Finds tables that no rules draw: rows of figures below each other with labels to their left and headers above. Gives up where figures do
/// not line up; the lines then stay lines, whose segments later steps can still read in sequence.
/// </summary>
internal static class UnruledTables
{
    /// <summary>Distance of two rows' middles, in font sizes, beyond which they are two tables: a label wraps over five lines at most.</summary>
    private const double FarthestRow = 9;

    /// <param name="lines">Lines of a page outside its ruled tables, from top to bottom.</param>
    public static (ImmutableArray<TableGrid> Tables, ImmutableArray<TextLine> Outside) Find(ImmutableArray<TextLine> lines)
    {
        var tables = ImmutableArray.CreateBuilder<TableGrid>();
        var used = new HashSet<TextLine>(ReferenceEqualityComparer.Instance);
        foreach (var (first, last) in RowRuns(lines))
        {
            var region = UnruledRegion.Around(lines, first, last, used);
            if (region is null || UnruledGrid.Of(region) is not { } grid)
                continue;
            tables.Add(grid);
            used.UnionWith(region.Lines);
        }
        return (tables.ToImmutable(), lines.RemoveAll(used.Contains));
    }

    /// <summary>Runs of rows that may be one table, as the indices of their first and last lines.</summary>
    private static IEnumerable<(int First, int Last)> RowRuns(ImmutableArray<TextLine> lines)
    {
        (int First, int Last)? run = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (FigureRow.Of(lines[i]) is null)
                continue;
            if (run is { } open && Separates(lines, open.Last, i))
            {
                yield return open;
                run = null;
            }
            run = (run?.First ?? i, i);
        }
        if (run is { } last)
            yield return last;
    }

    /// <summary>A header, prose, or a wide gap between two rows separates their tables; lines in the label column do not.</summary>
    private static bool Separates(ImmutableArray<TextLine> lines, int upper, int lower)
    {
        var (above, below) = (FigureRow.Of(lines[upper])!, FigureRow.Of(lines[lower])!);
        var firstFigure = Math.Min(above.Figures[0].Box.Left, below.Figures[0].Box.Left);
        return below.Middle - above.Middle > above.Line.Em * FarthestRow
            || lines.AsSpan()[(upper + 1)..lower].ToArray().Any(line => line.Box.Right > firstFigure);
    }
}
