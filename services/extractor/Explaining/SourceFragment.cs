using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Explaining;

/// <summary>The part of a document around a spot: of a table its row with the row above, of text the line with its neighbours.</summary>
internal static class SourceFragment
{
    private const int LongestLine = 300;

    /// <summary>Lines in reading order, the one with the spot marked by <c>&gt;</c>; empty when the document has no such spot.</summary>
    public static ImmutableArray<string> Around(SourceDocument document, Locator spot)
    {
        for (var i = 0; i < document.Blocks.Length; i++)
        {
            switch (document.Blocks[i])
            {
                case GridBlock grid when grid.Cells.FirstOrDefault(cell => cell.Source == spot) is { } cell:
                    return [.. Rows(grid, cell)];
                case TextBlock text when text.Source == spot || text.Segments.Any(segment => segment.Source == spot):
                    return [.. Neighbours(document.Blocks, i)];
            }
        }

        return [];
    }

    private static IEnumerable<string> Rows(GridBlock grid, GridCell found)
    {
        for (var row = Math.Max(0, found.Row - 1); row <= found.Row; row++)
        {
            var cells = grid.Cells.Where(cell => cell.Row <= row && row < cell.Row + cell.RowSpan).OrderBy(cell => cell.Column)
                .Select(cell => ReferenceEquals(cell, found) ? $"[{cell.Text}]" : cell.Text);
            yield return Cut((row == found.Row ? "> " : "  ") + string.Join(" | ", cells));
        }
    }

    private static IEnumerable<string> Neighbours(ImmutableArray<Block> blocks, int found)
    {
        for (var i = Math.Max(0, found - 1); i <= Math.Min(blocks.Length - 1, found + 1); i++)
        {
            if (blocks[i] is TextBlock text)
                yield return Cut((i == found ? "> " : "  ") + (text.Segments.IsEmpty ? text.Text : string.Join(" | ", text.Segments.Select(segment => segment.Text))));
        }
    }

    private static string Cut(string line) => line.Length <= LongestLine ? line : line[..LongestLine] + "…";
}
