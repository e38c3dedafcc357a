using HtmlAgilityPack;

namespace Pipeline.Crawler.Discovery;

/// <summary>A picture of a page.</summary>
/// <param name="At">Characters of <see cref="PageElements.OwnText"/> before it.</param>
public sealed record PageImage(HtmlNode Element, int At)
{
    /// <returns>Null where it has none of that name.</returns>
    public string? Attribute(string name) => Attribute(Element, name);

    internal static string? Attribute(HtmlNode element, string name) => element.GetAttributeValue(name, null!) is { } value ? HtmlEntity.DeEntitize(value) : null;
}
