using System.Globalization;
using System.Net;

namespace Pipeline.Store.Documents;

/// <summary>
/// The site that an address belongs to: the name that somebody registered (<c>xxgk.suzhou.gov.cn</c> and <c>www.suzhou.gov.cn</c> are one site,
/// <c>suzhou.gov.cn</c>), or the address and port where there is no name. Two records of one body are compared only within a site.
/// </summary>
public static class SiteName
{
    // Below these, names are registered at the third level in the countries that publish these reports (gov.cn, com.cn, gov.hk, …).
    private static readonly HashSet<string> SharedSecondLevels = new(StringComparer.Ordinal) { "gov", "com", "net", "org", "edu", "ac", "mil", "co" };

    // RFC 2606: such an ending marks a test; what stands before it is like a real name.
    private static readonly HashSet<string> TestEndings = new(StringComparer.Ordinal) { "test", "example", "invalid", "localhost" };

    /// <param name="url">Absolute address; one without a host (a file) is its own site.</param>
    public static string Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return url;
        if (IPAddress.TryParse(uri.Host, out _))
            return uri.IsDefaultPort ? uri.Host : string.Create(CultureInfo.InvariantCulture, $"{uri.Host}:{uri.Port}");
        var labels = uri.IdnHost.TrimEnd('.').ToLowerInvariant().Split('.');
        var end = labels.Length > 1 && TestEndings.Contains(labels[^1]) ? 1 : 0;
        var real = labels.Length - end;
        var kept = real >= 3 && labels[real - 1].Length == 2 && SharedSecondLevels.Contains(labels[real - 2]) ? 3 : 2;
        return string.Join('.', labels[Math.Max(0, real - kept)..]);
    }
}
