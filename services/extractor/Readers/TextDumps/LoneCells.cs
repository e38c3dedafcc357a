using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>
/// Separated values of a sheet that holds more than a table: its paragraphs are rows with one cell, which end in the separators of the table's
/// width. Such a row is text again, unless it stands between rows with several cells: there it may be a row of blanks.
/// </summary>
internal static class LoneCells
{
    // Dumps of pages end prose in a bar or a tab here and there.
    private const int FewestOfRow = 4;

    public static IEnumerable<TextBlock> Apart(IReadOnlyList<TextBlock> lines) => lines.Select((line, i) =>
        i > 0 && i + 1 < lines.Count && Filled(lines[i - 1]) > 1 && Filled(lines[i + 1]) > 1 ? line : Lone(line, 1));

    /// <summary>Only above and below all tables, and only of rows as wide as a sheet's: bars and tabs also set the cells of rows apart that are blank.</summary>
    public static IEnumerable<TextBlock> AroundTables(IReadOnlyList<TextBlock> lines)
    {
        var rows = Enumerable.Range(0, lines.Count).Where(i => Filled(lines[i]) > 1).ToList();
        return lines.Select((line, i) => rows.Count > 0 && (i < rows[0] || i > rows[^1]) ? Lone(line, FewestOfRow) : line);
    }

    private static TextBlock Lone(TextBlock line, int fewest) =>
        line.Segments.Length >= fewest && Filled(line) == 1 && line.Segments.First(segment => segment.Text.Length > 0) is var lone ? new TextBlock(lone.Text, lone.Source) : line;

    private static int Filled(TextBlock line) => line.Segments.Count(segment => segment.Text.Length > 0);
}
