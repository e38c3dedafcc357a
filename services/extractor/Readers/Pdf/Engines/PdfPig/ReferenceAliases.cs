using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

/// <summary>
/// Finds objects that are nothing but a reference to another object. No program writes them, and PdfPig follows two that name each other until
/// its stack overflows, which would end the process. Objects within compressed object streams are not seen.
/// </summary>
internal static partial class ReferenceAliases
{
    public static bool In(ReadOnlySpan<byte> bytes) => Aliases().IsMatch(Encoding.Latin1.GetString(bytes));

    [GeneratedRegex(@"\d\s+obj\s+\d{1,10}\s+\d{1,5}\s+R\s+endobj", RegexOptions.NonBacktracking)]
    private static partial Regex Aliases();
}
