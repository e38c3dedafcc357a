using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Finds the ruled tables of a page and puts the words into their cells.</summary>
internal static class RuledTables
{
    /// <returns>The tables, and the words that stand in none of them.</returns>
    public static (ImmutableArray<TableGrid> Tables, ImmutableArray<PdfWord> Outside) Find(UprightPage page)
    {
        var lattices = RuleComponents.Of(JoinedRules.Of(page.Rules)).Select(RuledLattice.Grid).OfType<TableGrid>();
        var rest = page.Words;
        var tables = ImmutableArray.CreateBuilder<TableGrid>();
        // The smallest first: a table within a cell of another keeps its words to itself.
        foreach (var lattice in lattices.OrderBy(grid => grid.Box.Width * grid.Box.Height))
        {
            var inside = rest.Where(word => lattice.Box.Contains(word.Box.MiddleX, word.Box.MiddleY)).ToImmutableArray();
            var overhanging = OverhangingWords.Below(lattice, inside, rest);
            var table = Fill(lattice, [.. WordsOverRules.Apart(lattice, inside)], overhanging);
            if (!IsTable(table))
                continue;
            tables.Add(table);
            rest = rest.RemoveRange(inside.AddRange(overhanging));
        }
        return (tables.ToImmutable(), rest);
    }

    private static TableGrid Fill(TableGrid lattice, ImmutableArray<PdfWord> inside, ImmutableArray<PdfWord> overhanging)
    {
        // A word goes into the cell of its middle: a number that hangs over a border is still one number.
        var cells = lattice.Cells.Select(cell => cell with
        {
            Text = CellWords.Of(Words(cell, lattice, inside, overhanging), cell.Box),
        });
        return lattice with { Cells = [.. cells] };
    }

    private static List<PdfWord> Words(TableCell cell, TableGrid lattice, ImmutableArray<PdfWord> inside, ImmutableArray<PdfWord> overhanging)
    {
        var words = new List<PdfWord>();
        foreach (var word in inside)
        {
            if (Holds(cell.Box, word.Box))
                words.Add(word);
        }

        words.AddRange(overhanging.Where(word => OverhangingWords.HangsFrom(cell, lattice, word)));
        return words;
    }

    private static bool Holds(PdfBox cell, PdfBox word) =>
        word.MiddleX >= cell.Left && word.MiddleX < cell.Right && word.MiddleY >= cell.Top && word.MiddleY < cell.Bottom;

    /// <summary>A frame around text and the boxes of a chart have one filled cell at most.</summary>
    private static bool IsTable(TableGrid grid) => grid.Cells.Count(cell => cell.Text.Length > 0) > 1;
}
