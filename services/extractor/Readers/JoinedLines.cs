using System.Text;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Readers;

/// <summary>The lines of a cell as one text.</summary>
internal static class JoinedLines
{
    /// <summary>Two numbers, or two Latin words, below each other are two; a label goes on on its next line.</summary>
    public static string Of(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (text.Length > 0 && Numerals.Are(text[^1], line[0]))
                text.Append(Numerals.Break);
            else if (text.Length > 0 && char.IsLetterOrDigit(text[^1]) && IsNarrow(text[^1]) && IsNarrow(line[0]) && char.IsLetterOrDigit(line[0]))
                text.Append(' ');
            text.Append(line);
        }
        return text.ToString();
    }

    /// <summary>Latin, digits and their full-width forms: scripts that set words apart.</summary>
    private static bool IsNarrow(char character) => character < '\u2E80' || character is >= '０' and <= '９';
}
