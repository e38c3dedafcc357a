using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Tokens;

/// <summary>Recognises the page numbers that text dumps leave among the rows of a table: — 4 —, 第4页, 4 / 12.</summary>
internal static partial class PageNumber
{
    public static bool Is(string line) => line.Length <= 16 && Printed().IsMatch(line);

    [GeneratedRegex(@"^\s*(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第?\s*\d{1,3}\s*页(?:[,，/\s]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Printed();
}
