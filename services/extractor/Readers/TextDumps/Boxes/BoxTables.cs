using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.TextDumps.Boxes;

/// <summary>Finds the tables that a text draws with characters.</summary>
internal static class BoxTables
{
    private const int FewestLines = 3;

    /// <summary>Each table with the range of lines that it takes. Boxes that cannot be read are left to be read line by line.</summary>
    public static IEnumerable<(Range Lines, GridBlock Table)> Find(string[] lines)
    {
        for (var start = 0; start < lines.Length; start++)
        {
            if (!BoxSigns.IsTop(lines[start]))
                continue;
            var end = start + 1;
            while (end < lines.Length && BoxSigns.IsLine(lines[end]))
                end++;
            if (end - start >= FewestLines && BoxTable.Read(lines[start..end], start + 1) is { } table)
                yield return (start..end, table);
            start = end - 1;
        }
    }
}
