using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// Finds tables that no rules draw: rows of figures below each other with labels to their left and headers above. Gives up where figures do
/// not line up; the lines then stay lines, whose segments later steps can still read in sequence.
/// </summary>
internal static class UnruledTables
{
    /// <summary>Distance of two lines' middles, in font sizes, beyond which they are of two tables. Rows that print no figure still have their label.</summary>
    private const double FarthestRow = 9;

    /// <param name="lines">Lines of a page outside its ruled tables, from top to bottom.</param>
    /// <param name="carried">Columns of the table without rules at the end of the page before; null where there is none.</param>
    public static (ImmutableArray<TableGrid> Tables, ImmutableArray<TextLine> Outside) Find(ImmutableArray<TextLine> lines, FigureColumns? carried)
    {
        var tables = ImmutableArray.CreateBuilder<TableGrid>();
        var used = new HashSet<TextLine>(ReferenceEqualityComparer.Instance);
        foreach (var (first, last) in RowRuns(lines))
        {
            var region = UnruledRegion.Around(lines, first, last, used, tables.Count == 0 ? carried : null);
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
        return Enumerable.Range(upper, lower - upper).Any(i => lines[i + 1].Box.MiddleY - lines[i].Box.MiddleY > above.Line.Em * FarthestRow)
            || lines.AsSpan()[(upper + 1)..lower].ToArray().Any(line => line.Box.Right > firstFigure);
    }
}
