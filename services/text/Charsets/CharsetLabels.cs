using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Text.Charsets;

/// <summary>Finds what a header or a document says about its charset.</summary>
internal static partial class CharsetLabels
{
    /// <summary>WHATWG looks at 1,024 bytes; government templates put long comments and scripts before the meta element.</summary>
    private const int MetaWindow = 8192;

    public static string? OfContentType(string? contentType) => contentType is null ? null : Label(Parameter().Match(contentType));

    /// <summary>Label of a meta element or an XML declaration near the start; null when there is none.</summary>
    public static string? OfMeta(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MetaWindow)]);
        head = Comment().Replace(head, " ");
        return Label(Meta().Match(head)) ?? Label(XmlDeclaration().Match(head));
    }

    private static string? Label(Match match) => match.Success ? match.Groups["label"].Value : null;

    [GeneratedRegex("""charset\s*=\s*["']?\s*(?<label>[^\s"';,>/]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Parameter();

    [GeneratedRegex("""<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*(?<label>[^\s"';,>/]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Meta();

    [GeneratedRegex("""^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["'](?<label>[^"']+)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
