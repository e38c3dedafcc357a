using System.Collections.Concurrent;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Crawling;

/// <summary>
/// Cookies that redirects set, for as long as a host is visited: sites that send each visitor through such a redirect show nothing without. Cookies of
/// pages are not kept, and none is stored.
/// </summary>
internal sealed class SessionCookies
{
    // Browsers keep more, but no site needs more to show a page.
    private const int MostCookies = 10;
    private const int LongestCookie = 1000;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> _cookies = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Value of the Cookie header for an address; null for none.</summary>
    public string? For(Uri url) =>
        _cookies.TryGetValue(url.Authority, out var jar) && !jar.IsEmpty ? string.Join("; ", jar.OrderBy(cookie => cookie.Key, StringComparer.Ordinal).Select(cookie => $"{cookie.Key}={cookie.Value}")) : null;

    /// <summary>Takes over what a redirect within one host sets.</summary>
    /// <returns>Whether anything is new: the address that it leads to may answer differently now.</returns>
    public bool Take(Redirected answer)
    {
        if (answer.Target.Authority != answer.Url.Authority)
            return false;
        var isNew = false;
        foreach (var (name, value) in answer.Headers)
        {
            var pair = name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) ? value.Split(';')[0].Trim() : "";
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || pair.Length > LongestCookie || pair.Any(char.IsControl))
                continue;
            var jar = _cookies.GetOrAdd(answer.Url.Authority, _ => new(StringComparer.Ordinal));
            if (jar.Count >= MostCookies || jar.TryGetValue(pair[..equals], out var held) && held == pair[(equals + 1)..])
                continue;
            jar[pair[..equals]] = pair[(equals + 1)..];
            isNew = true;
        }

        return isNew;
    }
}
