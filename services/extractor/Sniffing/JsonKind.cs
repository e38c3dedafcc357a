using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Text.Charsets;
using Pipeline.Text.Json;

namespace Pipeline.Extractor.Sniffing;

/// <summary>Knows the answer of a service that holds the content of an article in a field. Other JSON is a text like any.</summary>
internal static partial class JsonKind
{
    /// <param name="head">The first bytes.</param>
    /// <param name="bytes">All of them: only what can be read to its end is JSON.</param>
    public static bool HoldsPage(ReadOnlySpan<byte> head, ReadOnlySpan<byte> bytes, string? contentType) =>
        Begin().IsMatch(Encoding.Latin1.GetString(head[..Math.Min(200, head.Length)])) && HeldPages.Of(CharsetDecision.Decode(bytes, contentType).Text).Count > 0;

    // {"…  [{"…  callback({"…
    [GeneratedRegex(@"^(?:\u00EF\u00BB\u00BF)?\s*(?:/\*\*/)?\s*(?:[\w$.]{1,78}\s*\(\s*)?(?:\[\s*)*\{\s*""")]
    private static partial Regex Begin();
}
