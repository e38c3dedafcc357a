using System.Text;
using HtmlAgilityPack;

namespace Pipeline.Crawler.Discovery.Addresses;

/// <summary>From the text of an attribute or a script to an absolute address, as a browser reads it (WHATWG URL).</summary>
internal static class AddressText
{
    /// <summary>Longer ones are garbage or loops; browsers and servers give up earlier.</summary>
    private const int LongestAddress = 4000;

    /// <returns>Null when the text is empty, a mere fragment, malformed, or no http or https address.</returns>
    public static Uri? Resolve(Uri page, string? text, Encoding encoding)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestAddress)
            return null;
        var href = WithoutBreaks(HtmlEntity.DeEntitize(text)).Trim();
        if (href.Length == 0 || href[0] == '#' && !IsRoute(href))
            return null;
        if (!Uri.TryCreate(page, InEncoding(href, encoding), out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            return null;
        return url.AbsoluteUri.Length <= LongestAddress ? url : null;
    }

    // A fragment names a place on the page, but for single-page applications, whose routes it holds.
    private static bool IsRoute(string href) => href.StartsWith("#/", StringComparison.Ordinal) || href.StartsWith("#!", StringComparison.Ordinal);

    private static string WithoutBreaks(string href) =>
        href.AsSpan().ContainsAny('\t', '\n', '\r') ? new string([.. href.Where(c => c is not ('\t' or '\n' or '\r'))]) : href;

    // A path is always sent as UTF-8, a query in the encoding of its page: GBK sites understand nothing else.
    private static string InEncoding(string href, Encoding encoding)
    {
        var query = href.IndexOf('?', StringComparison.Ordinal);
        if (query < 0 || encoding is UTF8Encoding || System.Text.Ascii.IsValid(href.AsSpan(query)))
            return href;
        var encoded = new StringBuilder(href, 0, query, href.Length * 2);
        foreach (var c in href.AsSpan(query).EnumerateRunes())
        {
            if (c.IsAscii)
                encoded.Append(c.ToString());
            else
                foreach (var octet in encoding.GetBytes(c.ToString()))
                    encoded.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
