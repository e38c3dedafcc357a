using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Text;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>Leave-the-site pages such as <c>/link?url=…</c>: the address behind is taken at once, and the stub is never asked for.</summary>
internal static class Interstitial
{
    private static readonly string[] Fields = ["url", "link", "target", "to", "u", "redirect", "redirecturl", "redirect_url", "goto", "jump", "href", "dest", "tourl"];

    // A login page names the page to return to, a share button the page to share: neither leads there for us.
    private static readonly string[] NotThese = ["login", "logon", "signin", "share", "sso", "oauth", "cas", "print", "translate", "search"];

    /// <returns>The address behind, or the link's own.</returns>
    public static Uri Behind(Uri link)
    {
        if (link.Query.Length < 5 || NotThese.Any(word => link.AbsolutePath.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return link;
        foreach (var field in Fields)
            if (QueryFields.Value(link, field) is { Length: > 1 } value && Target(link, value) is { } target)
                return target;
        return link;
    }

    private static Uri? Target(Uri link, string value)
    {
        var address = IsWhole(value) ? value : Base64Text.Decode(value) ?? "";
        return IsWhole(address) && Uri.TryCreate(link, address, out var target) && (target.Scheme is "http" or "https") ? target : null;
    }

    private static bool IsWhole(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith('/') && value.Length > 1 && !value.Contains(' ', StringComparison.Ordinal);
}
