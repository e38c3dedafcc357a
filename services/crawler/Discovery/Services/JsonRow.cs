using System.Text.Json;
using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>One row of a JSON list: where it leads and what it is called.</summary>
public sealed record JsonRow(string Address, string Title)
{
    // In the order of how surely they name the page of the row.
    private static readonly string[] AddressNames =
        ["url", "post_url", "posturl", "link", "linkurl", "href", "docpuburl", "puburl", "pageurl", "arturl", "articleurl", "infourl", "weburl", "path", "fileurl", "filepath", "attachurl", "uri", "address", "htmlurl", "staticurl", "jumpurl"];

    private static readonly string[] TitleNames =
        ["title", "doctitle", "name", "articletitle", "subject", "infotitle", "filename", "showtitle", "topic", "bt", "text", "label", "headline"];

    /// <returns>Null when the object names no address.</returns>
    public static JsonRow? Read(JsonElement row)
    {
        var address = Named(row, AddressNames, IsAddress) ?? AnyAddress(row);
        return address is null ? null : new JsonRow(address, Named(row, TitleNames, text => text.Length > 0) ?? "");
    }

    private static string? Named(JsonElement row, string[] names, Func<string, bool> fits)
    {
        foreach (var name in names)
            foreach (var property in row.EnumerateObject())
                if (property.Value.ValueKind == JsonValueKind.String && property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && fits(property.Value.GetString()!))
                    return PageElements.Clean(property.Value.GetString()!);
        return null;
    }

    // Services invent names: a text that can be nothing but an address of a page is one.
    private static string? AnyAddress(JsonElement row)
    {
        foreach (var property in row.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { } text && IsAddress(text)
                && Uri.TryCreate(new Uri("http://x/"), text, out var url) && !FileAddress.IsMedia(url))
                return text;
        return null;
    }

    private static bool IsAddress(string text) =>
        text.Length is > 1 and < 2000 && !text.Any(char.IsWhiteSpace)
        && (text.StartsWith('/') || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith("html", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".htm", StringComparison.OrdinalIgnoreCase));
}
