using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>
/// Separated values of a sheet that holds more than a table: its paragraphs are rows with one cell, which end in the separators of the table's
/// width. Such a row is text again, unless it stands between rows with several cells: there it may be a row of blanks.
/// </summary>
internal static class LoneCells
{
    public static IEnumerable<TextBlock> Apart(IReadOnlyList<TextBlock> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var isWithin = i > 0 && i + 1 < lines.Count && Filled(lines[i - 1]) > 1 && Filled(lines[i + 1]) > 1;
            if (Filled(lines[i]) == 1 && !isWithin && lines[i].Segments.First(segment => segment.Text.Length > 0) is var lone)
                yield return new TextBlock(lone.Text, lone.Source);
            else
                yield return lines[i];
        }
    }

    private static int Filled(TextBlock line) => line.Segments.Count(segment => segment.Text.Length > 0);
}
