using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Text.Charsets;
using Pipeline.Text.Json;

namespace Pipeline.Extractor.Sniffing;

/// <summary>Knows the answer of a service or a feed that holds the content of an article in an element. Other XML is read as a page.</summary>
internal static partial class XmlKind
{
    /// <param name="head">The first bytes.</param>
    /// <param name="bytes">All of them: only what can be read to its end is XML.</param>
    public static bool HoldsPage(ReadOnlySpan<byte> head, ReadOnlySpan<byte> bytes, string? contentType) =>
        Begin().IsMatch(Encoding.Latin1.GetString(head[..Math.Min(400, head.Length)])) && HeldPages.Of(CharsetDecision.Decode(bytes, contentType).Text).Count > 0;

    [GeneratedRegex(@"^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^>]*>\s*(?:<(?!html|!doctype\s+html)[?!A-Za-z])|<(?:rss|feed|datastore|record)[\s>])", RegexOptions.IgnoreCase)]
    private static partial Regex Begin();
}
