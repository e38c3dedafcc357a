using System.Text;
using Pipeline.Text.Charsets;
using Pipeline.Text.Json;

namespace Pipeline.Extractor.Sniffing;

/// <summary>Knows the answer of a service that holds the content of an article in a field. Other JSON is a text like any.</summary>
internal static class JsonKind
{
    // The name of a function and what guards its call are shorter.
    private const int Head = 400;

    /// <param name="head">The first bytes.</param>
    /// <param name="bytes">All of them: only what can be read to its end is JSON.</param>
    public static bool HoldsPage(ReadOnlySpan<byte> head, ReadOnlySpan<byte> bytes, string? contentType) =>
        JsonText.Begins(Encoding.Latin1.GetString(head[..Math.Min(Head, head.Length)]).TrimStart('ï', '»', '¿')) && HeldPages.Of(CharsetDecision.Decode(bytes, contentType).Text).Count > 0;
}
