using System.Xml;
using System.Xml.Linq;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>XML answers: sitemaps and their indexes, feeds, and lists of rows with an address and a title under any names.</summary>
internal static class XmlList
{
    private static readonly string[] AddressNames = ["loc", "link", "url", "href", "weburl", "docpuburl", "puburl", "path", "address"];

    private static readonly string[] TitleNames = ["title", "name", "doctitle", "subject", "text"];

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 60_000_000 };

    /// <param name="templates">How a script makes addresses of rows that name none; null for none.</param>
    /// <returns>Null when the text is no well-formed XML.</returns>
    public static IReadOnlyList<FoundLink>? Read(Uri url, string text, IReadOnlyList<string>? templates = null)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t')), Settings);
            var root = XElement.Load(reader);
            List<FoundLink> links = [.. root.DescendantsAndSelf().Select(element => Link(url, root, element)).OfType<FoundLink>()];
            return links.Count > 0 ? links : [.. Filled(url, root, templates ?? [])];
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // <item id="4701" t="…"/>: by the first template that leads different rows to different places.
    private static List<FoundLink> Filled(Uri url, XElement root, IReadOnlyList<string> templates)
    {
        foreach (var template in templates)
        {
            var links = new List<FoundLink>();
            foreach (var texts in root.Descendants().Select(Texts))
                if (RowTemplate.Fill(template, name => texts.Find(text => text.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value) is { } address && JsonRow.NameIn(texts) is { Length: > 0 } title
                    && AddressText.Resolve(url, address, System.Text.Encoding.UTF8) is { } target)
                    links.Add(new(target, title, FileAddress.IsDocument(target) ? LinkKind.Attachment : LinkKind.Page, "xml-list"));
            if (links.Count > 0 && (links.Count == 1 || links.DistinctBy(link => link.Url).Count() > 1))
                return links;
        }

        return [];
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
