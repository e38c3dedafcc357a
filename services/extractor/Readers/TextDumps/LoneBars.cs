namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>Dumps that set each cell and each bar behind it on a line of its own: the bar belongs to the line before, and two in a row hold a blank cell.</summary>
internal static class LoneBars
{
    // A row of table three has seven; fewer may be rules or decoration.
    private const int Fewest = 8;

    /// <summary>Moves the bars to the ends of their cells' lines, in place; lines keep their numbers.</summary>
    public static void Close(string[] lines)
    {
        if (lines.Count(IsBar) < Fewest)
            return;
        var cell = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsBar(lines[i]))
            {
                cell = lines[i].Trim().Length > 0 ? i : cell;
                continue;
            }

            if (cell >= 0 && !lines[cell].Contains('|', StringComparison.Ordinal))
                (lines[cell], lines[i]) = (lines[cell] + " |", string.Empty);
            cell = -1;
        }
    }

    private static bool IsBar(string line) => line.AsSpan().Trim() is "|" or "｜" or "│";
}
