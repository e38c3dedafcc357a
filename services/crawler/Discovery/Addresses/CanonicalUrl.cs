using System.Text;
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
        if (IsPlain(url))
            return url;
        var path = WithoutStraySlash(VisitorFields.WithoutSession(url.AbsolutePath));
        var query = QueryFields.Join(QueryFields.Of(url.Query).Where(field => !VisitorFields.IsNoise(field.Key, field.Value)));
        var host = url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost.TrimEnd('.').ToLowerInvariant();
        var port = url.IsDefaultPort ? "" : ":" + url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Uri($"{url.Scheme}://{host}{port}{path}{query}{Route(url)}");
    }

    /// <summary>The key under which the address is known: further without scheme, session folder, default document, trailing slash, field order and escapes of plain letters.</summary>
    public static string KeyOf(Uri url)
    {
        var canonical = Of(url);
        var path = WithoutDefaultDocument(Slashes().Replace(VisitorFields.WithoutSessionFolder(canonical.AbsolutePath), "/")).TrimEnd('/');
        if (canonical.Query.Length == 0)
            return $"{canonical.Authority}{UpperEscapes(path)}{canonical.Fragment}";
        var fields = QueryFields.Of(canonical.Query);
        var query = fields.Count < 2 ? canonical.Query : QueryFields.Join(fields.OrderBy(field => field.Key, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal));
        return $"{canonical.Authority}{UpperEscapes(path)}{UpperEscapes(query)}{canonical.Fragment}";
    }

    // Nearly every link of a list is one: nothing to take away, and nothing to spell anew.
    private static bool IsPlain(Uri url) =>
        url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0 && !url.AbsolutePath.EndsWith('/') && !url.AbsolutePath.Contains(';', StringComparison.Ordinal)
        && url.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 && Ascii.IsValid(url.Host) && !url.Host.EndsWith('.');

    private static string WithoutStraySlash(string path) => path.EndsWith('/') ? StraySlash().Replace(path, "$1") : path;

    private static string WithoutDefaultDocument(string path)
    {
        var folder = path.LastIndexOf('/') + 1;
        return DefaultDocument().IsMatch(path.AsSpan(folder)) ? path[..folder] : path;
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

    [GeneratedRegex(@"^(?:index|default|home)\.(?:s?html?|jsp|aspx?|php|do)$", RegexOptions.IgnoreCase)]
    private static partial Regex DefaultDocument();

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();

    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Escape();
}
