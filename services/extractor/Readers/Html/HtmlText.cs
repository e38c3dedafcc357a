using Pipeline.Contracts.Reasons;
using Pipeline.Text.Charsets;

namespace Pipeline.Extractor.Readers.Html;

/// <summary>From the bytes of a page to its source text: the same decision for reading and for leading back.</summary>
internal static class HtmlText
{
    /// <exception cref="UnreadableDocumentException">empty or too-large.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes.Length > HtmlLimits.Bytes)
        {
            throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The page has {bytes.Length >> 20} MB, more than {HtmlLimits.Bytes >> 20} MB; no report page is that large. Check the address.");
        }

        var decoded = CharsetDecision.Decode(bytes, contentType);
        return string.IsNullOrWhiteSpace(decoded.Text)
            ? throw new UnreadableDocumentException(FailureReasons.Empty, "The page is empty. Fetch it again.")
            : decoded;
    }
}
