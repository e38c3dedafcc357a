using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Discovery.Addresses;

/// <summary>Knows the parts of an address that tell visitors apart and not documents: session ids, campaign tags, cache breakers.</summary>
internal static partial class VisitorFields
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "spm", "jsessionid", "phpsessid", "aspsessionid", "cfid", "cftoken", "isappinstalled", "fbclid", "gclid", "bdclid", "nsukey",
        "share_token", "sharefrom", "share_from", "weixin", "wxshare", "scm", "tracelog", "zhfrom", "hmsr", "hmpl", "hmcu", "hmkw", "hmci",
    };

    // These mean something on some sites: only a value that cannot name a document makes them noise.
    private static readonly HashSet<string> SessionNames = new(StringComparer.OrdinalIgnoreCase) { "sid", "sessionid", "session_id", "token", "sess", "ticket" };

    private static readonly HashSet<string> ClockNames = new(StringComparer.OrdinalIgnoreCase)
    { "_", "t", "ts", "time", "timestamp", "rand", "random", "rnd", "r", "v", "nocache", "_t", "d" };

    public static bool IsNoise(string name, string value) =>
        Names.Contains(name)
        || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("aspsessionid", StringComparison.OrdinalIgnoreCase)
        || (name is "from" or "src" or "source" && ShareChannel().IsMatch(value))
        || (SessionNames.Contains(name) && SessionValue().IsMatch(value))
        || (ClockNames.Contains(name) && ClockValue().IsMatch(value))
        || name is "_" && value.All(char.IsAsciiDigit);

    /// <summary>The path without <c>;jsessionid=…</c> and its like.</summary>
    public static string WithoutSession(string path) =>
        path.Contains(';', StringComparison.Ordinal) ? PathSession().Replace(path, "") : path;

    /// <summary>The path without the folder that ASP.NET draws for each visitor, <c>/S(4f1c…)/</c>: asked without it, the server draws another.</summary>
    public static string WithoutSessionFolder(string path) =>
        path.Contains('(', StringComparison.Ordinal) ? SessionFolder().Replace(path, "/") : path;

    [GeneratedRegex(@"/\(?(?:[ASF]\([0-9A-Za-z_\-]{6,}\)){1,3}\)?/")]
    private static partial Regex SessionFolder();

    [GeneratedRegex(@";[a-z_]*sess(?:ion)?_?id(?:=|%3D)[^/?;]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PathSession();

    [GeneratedRegex(@"^(?:singlemessage|timeline|groupmessage|weixin|wechat|weibo|qq|qzone|app|share|home|banner|search)$", RegexOptions.IgnoreCase)]
    private static partial Regex ShareChannel();

    // Long enough, and with digits, so that no word or small number is taken for a session.
    [GeneratedRegex(@"^(?=.*\d)[0-9A-Za-z_\-.!]{20,}$")]
    private static partial Regex SessionValue();

    // Seconds or milliseconds since 1970, or what Math.random() gives.
    [GeneratedRegex(@"^(?:1\d{9}|1\d{12}|0?\.\d{4,})$")]
    private static partial Regex ClockValue();
}
