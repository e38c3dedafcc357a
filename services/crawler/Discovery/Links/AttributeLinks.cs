using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>Addresses in data attributes (plain or base64) and in the options of selection lists, such as a choice of years.</summary>
internal sealed class AttributeLinks : ILinkFinder
{
    private static readonly string[] Names = ["data-url", "data-href", "data-link", "data-file", "data-src"];

    public IEnumerable<FoundLink> Find(PageView page)
    {
        foreach (var element in page.Elements.Anchors.Concat(page.Elements.Handlers))
            foreach (var name in Names)
                if (Link(page, element, element.GetAttributeValue(name, "")) is { } link)
                    yield return link;
        foreach (var option in page.Elements.Options)
            if (option.GetAttributeValue("value", "") is { Length: > 1 } value && (value[0] is '/' or '.' || value.StartsWith("http", StringComparison.OrdinalIgnoreCase)) && Link(page, option, value) is { } link)
                yield return link;
    }

    private static FoundLink? Link(PageView page, HtmlNode element, string value)
    {
        if (value.Length == 0 || value.Contains('{', StringComparison.Ordinal))
            return null;
        var address = value.Length >= 12 && !value.Contains('/', StringComparison.Ordinal) && !value.Contains('.', StringComparison.Ordinal) && Base64Text.Decode(value) is { } hidden && hidden.Contains('/', StringComparison.Ordinal) ? hidden : value;
        return page.Link(address, ElementName.Of(element), LinkKind.Page, "attribute") is { } link ? AnchorLinks.Sort(page, link) : null;
    }
}
