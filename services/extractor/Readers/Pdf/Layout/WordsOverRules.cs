using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// Cells as narrow as what they hold leave no gap between columns, and what several of them say reads as one word. It is cut at the rules that
/// it lies across where each of them stands between two characters; a number that hangs over a border of its cell has one run through a digit.
/// </summary>
internal static class WordsOverRules
{
    /// <summary>Widths of a character between two of them and the rule.</summary>
    private const double Slack = 0.2;

    /// <param name="inside">Words of the table.</param>
    public static IEnumerable<PdfWord> Apart(TableGrid lattice, ImmutableArray<PdfWord> inside) => inside.SelectMany(word => Parts(word, lattice, inside));

    private static IEnumerable<PdfWord> Parts(PdfWord word, TableGrid lattice, ImmutableArray<PdfWord> inside)
    {
        if (word.Text.Length < 2 || word.Turn != QuarterTurn.None || !IsEvenlySpaced(word) || !lattice.Columns.Any(x => x > word.Box.Left && x < word.Box.Right))
            return [word];
        var width = word.Box.Width / word.Text.Length;
        var cells = lattice.Cells.Where(cell => cell.Box.Top <= word.Box.MiddleY && word.Box.MiddleY < cell.Box.Bottom
            && cell.Box.Left < word.Box.Right - (Slack * width) && word.Box.Left + (Slack * width) < cell.Box.Right).OrderBy(cell => cell.Box.Left).ToList();
        var cuts = cells.Skip(1).Select(cell => (cell.Box.Left - word.Box.Left) / width).ToList();
        var areBetween = cuts.Count > 0 && cuts.TrueForAll(at => Math.Abs(at - Math.Round(at)) <= Slack);
        return areBetween && !(IsNumber(word) && cells.Exists(cell => HoldsAnother(cell, word, inside))) ? word.CutAt(cuts.Select(at => (int)Math.Round(at))) : [word];
    }

    private static bool IsEvenlySpaced(PdfWord word) => IsNumber(word) || word.WideCount() == word.Text.Length;

    private static bool IsNumber(PdfWord word) => word.Text.All(char.IsAsciiDigit);

    // Headers of narrow cells stand one character below the other; a cell has one number.
    private static bool HoldsAnother(TableCell cell, PdfWord word, ImmutableArray<PdfWord> inside) =>
        inside.Any(other => other != word && cell.Box.Contains(other.Box.MiddleX, other.Box.MiddleY));
}
