using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>One row of a JSON list: where it leads and what it is called.</summary>
internal sealed partial record JsonRow(string Address, string Title)
{
    private const int LongestTitle = 100;

    // In the order of how surely they name the page of the row.
    private static readonly string[] AddressNames =
        ["url", "post_url", "posturl", "link", "linkurl", "href", "docpuburl", "puburl", "pageurl", "arturl", "articleurl", "infourl", "weburl", "path", "fileurl", "filepath", "attachurl", "uri", "address", "htmlurl", "staticurl", "jumpurl"];

    private static readonly string[] TitleNames =
        ["title", "doctitle", "name", "articletitle", "subject", "infotitle", "filename", "showtitle", "topic", "bt", "text", "label", "headline"];

    /// <returns>Null when the object names no address.</returns>
    public static JsonRow? Read(JsonElement row) =>
        Read([.. row.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String).Select(property => new KeyValuePair<string, string>(property.Name, property.Value.GetString()!))]);

    /// <param name="texts">Members whose value is a text, by name.</param>
    /// <returns>Null when none is an address.</returns>
    public static JsonRow? Read(IReadOnlyList<KeyValuePair<string, string>> texts)
    {
        var address = Named(texts, AddressNames, IsAddress) ?? AnyAddress(texts);
        return address is null ? null : new JsonRow(address, NameIn(texts));
    }

    /// <summary>What a row is called, whether or not it names an address; empty when nothing does.</summary>
    public static string TitleOf(JsonElement row) =>
        NameIn([.. row.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String).Select(property => new KeyValuePair<string, string>(property.Name, property.Value.GetString()!))]);

    /// <summary>What a row is called by its texts. Services invent names for the title too: else it is the first short text in Chinese.</summary>
    public static string NameIn(IReadOnlyList<KeyValuePair<string, string>> texts) =>
        Named(texts, TitleNames, text => text.Length > 0)
        ?? texts.Select(text => PageElements.Clean(text.Value)).FirstOrDefault(text => text.Length is > 3 and <= LongestTitle && !text.Contains('<', StringComparison.Ordinal) && text.Any(c => c is >= '\u4E00' and <= '\u9FFF')) ?? "";

    private static string? Named(IReadOnlyList<KeyValuePair<string, string>> texts, string[] names, Func<string, bool> fits)
    {
        foreach (var wanted in names)
            foreach (var (name, text) in texts)
                if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase) && fits(text))
                    return PageElements.Clean(text);
        return null;
    }

    // Services invent names: a text that can be nothing but an address of a page is one.
    private static string? AnyAddress(IReadOnlyList<KeyValuePair<string, string>> texts)
    {
        foreach (var (name, text) in texts)
            if (!NextAddress.IsName(name) && IsAddress(text) && Uri.TryCreate(new Uri("http://x/"), text, out var url) && !FileAddress.IsMedia(url))
                return text;
        return null;
    }

    private static bool IsAddress(string text) =>
        text.Length is > 1 and < 2000 && !text.Any(char.IsWhiteSpace)
        && (text.StartsWith('/') || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith("html", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || Program().IsMatch(text));

    // list.jsp?id=12: a program beside the page.
    [GeneratedRegex(@"^[\w./-]+\.(?:jsp|aspx?|php|do|action)\?[\w.-]+=", RegexOptions.IgnoreCase)]
    private static partial Regex Program();
}
