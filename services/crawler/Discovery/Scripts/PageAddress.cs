using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>What the address of a page tells its scripts: shells of articles and columns read there whose content they are to ask for.</summary>
internal static class PageAddress
{
    public const string Search = "location.search";

    public const string Whole = "location.href";

    /// <summary>Values by the name under which <see cref="ScriptExpression"/> finds them: the address, its whole query, and each of its fields.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(Uri page) =>
        QueryFields.Of(page.Query).Select(field => KeyValuePair.Create(Field(field.Key), Uri.UnescapeDataString(field.Value))).Prepend(KeyValuePair.Create(Search, page.Query)).Prepend(KeyValuePair.Create(Whole, page.AbsoluteUri));

    /// <summary>The name of a field of the query.</summary>
    public static string Field(string name) => "?" + name;
}
