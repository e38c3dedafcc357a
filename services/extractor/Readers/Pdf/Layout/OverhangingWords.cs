using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// A page break may cut a table between the rows that a label spans; browsers then print the rest of the label below the last rule, between
/// the columns' lines. Such words belong to the cell above them, which no rule closes.
/// </summary>
internal static class OverhangingWords
{
    public static ImmutableArray<PdfWord> Below(TableGrid grid, ImmutableArray<PdfWord> inside, ImmutableArray<PdfWord> all)
    {
        var open = grid.Cells.Where(cell => IsLast(cell, grid) && cell.IsOpenBelow).ToList();
        if (open.Count == 0)
            return [];
        var hanging = ImmutableArray.CreateBuilder<PdfWord>();
        foreach (var word in all.Where(word => word.Box.MiddleY >= grid.Box.Bottom).OrderBy(word => word.Box.Top))
        {
            var cell = open.Find(cell => HangsFrom(cell, grid, word));
            // It goes on at line spacing, which between the ink of scanned lines is more than half a character; anything further down is another text.
            var above = cell is null ? [] : inside.Concat(hanging).Where(other => other.Box.MiddleX >= cell.Box.Left && other.Box.MiddleX < cell.Box.Right).ToList();
            if (above.Count == 0 || word.Box.Top - above.Max(other => other.Box.Bottom) > word.Em())
                break;
            hanging.Add(word);
        }
        return hanging.ToImmutable();
    }

    public static bool HangsFrom(TableCell cell, TableGrid grid, PdfWord word) =>
        IsLast(cell, grid) && cell.IsOpenBelow && word.Box.MiddleY >= grid.Box.Bottom && word.Box.Left >= cell.Box.Left && word.Box.Right <= cell.Box.Right;

    private static bool IsLast(TableCell cell, TableGrid grid) => cell.Row + cell.RowSpan == grid.RowCount;
}
