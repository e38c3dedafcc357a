using System.Xml;
using System.Xml.Linq;
using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>XML answers: sitemaps and their indexes, feeds, and lists of rows with an address and a title under any names.</summary>
internal static class XmlList
{
    private static readonly string[] AddressNames = ["loc", "link", "url", "href", "weburl", "docpuburl", "puburl", "path", "address"];

    private static readonly string[] TitleNames = ["title", "name", "doctitle", "subject", "text"];

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 60_000_000 };

    /// <returns>Null when the text is no well-formed XML.</returns>
    public static IReadOnlyList<FoundLink>? Read(Uri url, string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t')), Settings);
            var root = XElement.Load(reader);
            return [.. root.DescendantsAndSelf().Select(element => Link(url, root, element)).OfType<FoundLink>()];
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static FoundLink? Link(Uri url, XElement root, XElement element)
    {
        var address = Value(element, AddressNames, IsAddress);
        if (address is null && JsonRow.Read(Texts(element)) is { Title.Length: > 0 } row)
            return AddressText.Resolve(url, row.Address, System.Text.Encoding.UTF8) is { } named ? new FoundLink(named, row.Title, FileAddress.IsDocument(named) ? LinkKind.Attachment : LinkKind.Page, "xml-list") : null;
        if (address is null || AddressText.Resolve(url, address, System.Text.Encoding.UTF8) is not { } target)
            return null;
        var name = root.Name.LocalName.ToLowerInvariant();
        var kind = name == "sitemapindex" ? LinkKind.Sitemap : FileAddress.IsDocument(target) ? LinkKind.Attachment : LinkKind.Page;
        return new FoundLink(target, Value(element, TitleNames, _ => true) ?? "", kind, name is "sitemapindex" or "urlset" ? "sitemap" : "xml-list") { Modified = Value(element, ["lastmod"], _ => true) };
    }

    // Names of a service's own: a text that can be nothing but an address, and one in Chinese.
    private static List<KeyValuePair<string, string>> Texts(XElement element) =>
        [.. element.Elements().Where(child => !child.HasElements).Select(child => new KeyValuePair<string, string>(child.Name.LocalName, child.Value.Trim())),
            .. element.Attributes().Select(attribute => new KeyValuePair<string, string>(attribute.Name.LocalName, attribute.Value.Trim()))];

    private static string? Value(XElement element, string[] names, Func<string, bool> fits)
    {
        foreach (var name in names)
        {
            foreach (var child in element.Elements())
                if (child.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase) && Text(child) is { Length: > 0 } text && fits(text))
                    return text;
            if (element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Trim() is { Length: > 0 } value && fits(value))
                return value;
        }

        return null;
    }

    // A feed of the Atom kind names the address in an attribute.
    private static string Text(XElement child) => child.HasElements ? "" : child.Value.Trim() is { Length: > 0 } text ? text : child.Attribute("href")?.Value.Trim() ?? "";

    private static bool IsAddress(string text) => text.Length < 2000 && !text.Any(char.IsWhiteSpace) && (text.Contains('/', StringComparison.Ordinal) || text.Contains(".htm", StringComparison.OrdinalIgnoreCase));
}
