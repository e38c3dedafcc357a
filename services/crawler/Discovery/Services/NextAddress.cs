using System.Text.Json;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>The address of a list's next part as answers name it: <c>next</c>, <c>__next</c>, <c>@odata.nextLink</c>, <c>next_page_url</c>, also <c>{"next": {"href": …}}</c>.</summary>
internal static class NextAddress
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "next", "__next", "nextLink", "odata.nextLink", "@odata.nextLink", "nextUrl", "next_url", "nextPageUrl", "next_page_url", "nextHref" };

    /// <summary>Whether a member of this name holds such an address, and no row's.</summary>
    public static bool IsName(string name) => Names.Contains(name);

    /// <returns>Null for a member that is none.</returns>
    public static string? In(JsonProperty member)
    {
        if (!IsName(member.Name))
            return null;
        var named = member.Value.ValueKind == JsonValueKind.Object && member.Value.TryGetProperty("href", out var href) ? href : member.Value;
        return named.ValueKind == JsonValueKind.String && named.GetString() is { Length: > 1 } text && (text.Contains('/', StringComparison.Ordinal) || text[0] == '?') ? text : null;
    }
}
