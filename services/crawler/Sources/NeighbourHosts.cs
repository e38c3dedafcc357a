using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Sources;

/// <summary>
/// Which hosts are near enough to a source to take reports from: the same host on another port, hosts below the same registered domain
/// (<c>www.x.gov.cn</c>, <c>zfxxgk.x.gov.cn</c>), articles of WeChat accounts, and endpoints that the operator allows by name.
/// </summary>
public sealed class NeighbourHosts(AddressPolicy addresses)
{
    // Names below these are given to anyone: the registered domain has one label more.
    private static readonly HashSet<string> SharedSuffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "gov.cn", "com.cn", "net.cn", "org.cn", "edu.cn", "ac.cn", "mil.cn", "com.hk", "org.hk", "gov.hk", "gov.mo",
        "bj.cn", "sh.cn", "tj.cn", "cq.cn", "he.cn", "sx.cn", "nm.cn", "ln.cn", "jl.cn", "hl.cn", "js.cn", "zj.cn", "ah.cn", "fj.cn", "jx.cn", "sd.cn", "ha.cn",
        "hb.cn", "hn.cn", "gd.cn", "gx.cn", "hi.cn", "sc.cn", "gz.cn", "yn.cn", "xz.cn", "sn.cn", "gs.cn", "qh.cn", "nx.cn", "xj.cn",
    };

    /// <summary>Whether reports at an address may be taken for the source.</summary>
    public bool Holds(Source source, Uri url)
    {
        if (source.Follow == FollowRule.Nothing)
            return false;
        return addresses.IsAllowedByName(url) || IsArticle(url) || source.Start.Any(start => AreNear(start, url));
    }

    private static bool IsArticle(Uri url) => url.Host.Equals("mp.weixin.qq.com", StringComparison.OrdinalIgnoreCase) && (url.AbsolutePath == "/s" || url.AbsolutePath.StartsWith("/s/", StringComparison.Ordinal));

    private static bool AreNear(Uri one, Uri other) =>
        one.IdnHost.Equals(other.IdnHost, StringComparison.OrdinalIgnoreCase)
        || one.HostNameType == UriHostNameType.Dns && other.HostNameType == UriHostNameType.Dns && Registered(one.IdnHost) is { } domain && domain.Equals(Registered(other.IdnHost), StringComparison.OrdinalIgnoreCase);

    // Null for a name that is itself a suffix, or has one label.
    private static string? Registered(string host)
    {
        var labels = host.TrimEnd('.').Split('.');
        if (labels.Length < 2)
            return null;
        var isShared = SharedSuffixes.Contains($"{labels[^2]}.{labels[^1]}");
        return isShared ? labels.Length > 2 ? string.Join('.', labels[^3..]) : null : string.Join('.', labels[^2..]);
    }
}
