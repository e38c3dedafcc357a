using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Discovery.Addresses;

/// <summary>
/// One spelling for the many that a site uses for one document. What is requested stays close to what the page says; the key under which it is
/// known folds more, so that no document is asked for twice.
/// </summary>
public static partial class CanonicalUrl
{
    /// <summary>The address to request and to store: no session, no campaign tags, no fragment (but for single-page routes), no stray slash.</summary>
    public static Uri Of(Uri url)
    {
        var path = StraySlash().Replace(VisitorFields.WithoutSession(url.AbsolutePath), "$1");
        var query = QueryFields.Join(QueryFields.Of(url.Query).Where(field => !VisitorFields.IsNoise(field.Key, field.Value)));
        var host = url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost.TrimEnd('.').ToLowerInvariant();
        var port = url.IsDefaultPort ? "" : ":" + url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Uri($"{url.Scheme}://{host}{port}{path}{query}{Route(url)}");
    }

    /// <summary>The key under which the address is known: further without scheme, default document, trailing slash, field order and escapes of plain letters.</summary>
    public static string KeyOf(Uri url)
    {
        var canonical = Of(url);
        var path = DefaultDocument().Replace(Slashes().Replace(canonical.AbsolutePath, "/"), "/").TrimEnd('/');
        var fields = QueryFields.Of(canonical.Query);
        var query = fields.Count < 2 ? canonical.Query : QueryFields.Join(fields.OrderBy(field => field.Key, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal));
        return $"{canonical.Authority}{UpperEscapes(path)}{UpperEscapes(query)}{canonical.Fragment}";
    }

    // gkmlpt and hashbang applications name the column in the fragment.
    private static string Route(Uri url) =>
        url.Fragment.Length > 1 && (url.Fragment.StartsWith("#/", StringComparison.Ordinal) || url.Fragment.StartsWith("#!", StringComparison.Ordinal)
            || url.AbsolutePath.Contains("/gkmlpt/", StringComparison.OrdinalIgnoreCase) && url.Fragment.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
            ? url.Fragment
            : "";

    private static string UpperEscapes(string text) =>
        text.Contains('%', StringComparison.Ordinal) ? Escape().Replace(text, match => PlainOrUpper(match.Value)) : text;

    private static string PlainOrUpper(string escape)
    {
        var c = (char)Convert.ToInt32(escape[1..], 16);
        return char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' ? c.ToString() : escape.ToUpperInvariant();
    }

    [GeneratedRegex(@"(\.[a-z]{0,2}html?|\.jsp|\.aspx?|\.php|\.pdf|\.docx?|\.xlsx?)/+$", RegexOptions.IgnoreCase)]
    private static partial Regex StraySlash();

    [GeneratedRegex(@"/(?:index|default|home)\.(?:s?html?|jsp|aspx?|php|do)$", RegexOptions.IgnoreCase)]
    private static partial Regex DefaultDocument();

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();

    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Escape();
}
