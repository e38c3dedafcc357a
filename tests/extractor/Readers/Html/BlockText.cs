using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Tests.Readers.Html;

/// <summary>
/// Writes blocks as lines for golden files: a text as it is, a heading behind its level, segments between bars, a grid as one line a row with the
/// column before each cell and its spans (rows x columns) in square brackets.
/// </summary>
internal static class BlockText
{
    public static string Of(SourceDocument document) => string.Join('\n', document.Blocks.SelectMany(Lines));

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        TextBlock { Segments.Length: > 0 } text => [$"line | {string.Join(" | ", text.Segments.Select(segment => segment.Text))} |"],
        TextBlock text => [$"{(text.HeadingLevel is { } level ? $"h{level}" : "text")} {text.Text}"],
        GridBlock grid => grid.Cells.GroupBy(cell => cell.Row).Select(row => "  " + string.Join(" | ", row.Select(Cell))).Prepend($"grid {grid.RowCount} x {grid.ColumnCount}"),
        _ => [],
    };

    private static string Cell(GridCell cell) => $"{cell.Column}{(cell.RowSpan * cell.ColumnSpan > 1 ? $"[{cell.RowSpan}x{cell.ColumnSpan}]" : "")}: {cell.Text.Replace("\n", "\\n", StringComparison.Ordinal)}".TrimEnd();
}
