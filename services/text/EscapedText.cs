using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Text;

/// <summary>Text that a script keeps in escapes, <c>%u653f%3ca%20href…</c> as <c>escape</c> makes it, or percent-encoded UTF-8.</summary>
public static partial class EscapedText
{
    public static string Decode(string text) => text.Contains("%u", StringComparison.OrdinalIgnoreCase)
        ? Escape().Replace(text, match => ((char)int.Parse(match.Groups["wide"].Success ? match.Groups["wide"].ValueSpan : match.Groups["narrow"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : Uri.UnescapeDataString(text);

    [GeneratedRegex("%u(?<wide>[0-9a-f]{4})|%(?<narrow>[0-9a-f]{2})", RegexOptions.IgnoreCase)]
    private static partial Regex Escape();
}
