using System.Text.RegularExpressions;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>What pdffonts prints: name, type, encoding, embedded, subset, unicode.</summary>
internal static partial class FontList
{
    public static IEnumerable<Issue> Unmapped(string output) => Lines().Matches(output).Select(line => MissingCharacterMap.In(line.Groups[1].Value.Trim()));

    /// <summary>Embedded, coded by glyph number (or by a scheme of its own, as drawn fonts are), without a table of characters.</summary>
    [GeneratedRegex(@"^(\S.*?) +(?:CID [^ ]+(?: \(?\w+\)?)? +Identity-[HV]|Type 3 +Custom) +yes +(?:yes|no) +no ", RegexOptions.Multiline)]
    private static partial Regex Lines();
}
