using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>Finds the sign that a dump of separated values sets between cells, where it is one that prose uses too.</summary>
internal static class CellSeparator
{
    private static readonly char[] Candidates = [',', ';', '；', '，'];

    // The smallest form has some forty rows; a dump that shows a dozen lines of table is one.
    private const int FewestLines = 12;

    // Prose has longer stretches between its commas.
    private const int LongestCell = 40;

    /// <returns>The sign; null when no candidate divides enough lines into short cells.</returns>
    public static char? Of(IReadOnlyCollection<string> lines)
    {
        var (sign, count) = Candidates.Select(sign => (sign, lines.Count(line => IsRow(line, sign)))).MaxBy(candidate => candidate.Item2);
        return count >= FewestLines ? sign : null;
    }

    private static bool IsRow(string line, char sign)
    {
        if (line.Contains('。', StringComparison.Ordinal) || line.Contains('|', StringComparison.Ordinal) || line.Contains('\t', StringComparison.Ordinal))
            return false;
        var cells = line.Split(sign);
        return cells.Length >= 4 && cells.All(cell => cell.Length <= LongestCell) && cells.Count(cell => NumberText.Of(cell.Trim('"')).Kind != NumberKind.Text) * 2 >= cells.Length;
    }
}
