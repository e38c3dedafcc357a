using System.Text.RegularExpressions;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Text;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>Addresses in data attributes (plain or base64; under any name where the element names a year, a body or a report, or leads nowhere by itself) and in the options of selection lists, such as a choice of years.</summary>
internal sealed partial class AttributeLinks : ILinkFinder
{
    private static readonly string[] Names = ["data-url", "data-href", "data-link", "data-file", "data-src"];

    public IEnumerable<FoundLink> Find(PageView page)
    {
        foreach (var element in page.Elements.Anchors.Concat(page.Elements.Handlers))
            foreach (var name in Names)
                if (Link(page, element, element.GetAttributeValue(name, "")) is { } link)
                    yield return link;
        foreach (var element in page.Elements.Carriers)
            if (ElementName.Of(element) is var name && (ReportWords.IsYear(name) || ReportWords.NamesOneBody(name) || ReportWords.NamesReport(name)))
                foreach (var attribute in element.Attributes)
                    if (attribute.Name.StartsWith("data-", StringComparison.Ordinal) && !Names.Contains(attribute.Name) && PageAddress().IsMatch(attribute.Value ?? "") && Link(page, element, attribute.Value ?? "") is { } link)
                        yield return link;
        // tagname="/list-2.html" of an anchor that leads nowhere by itself, hx-get of a button for more: a script goes there on the click.
        foreach (var element in page.Elements.Anchors.Where(AnchorLinks.LeadsNowhere).Concat(page.Elements.Carriers.Where(carrier => PagerText.IsNext(ElementName.Of(carrier)))))
            foreach (var attribute in element.Attributes)
                if (attribute.Name is not ("href" or "title") && !attribute.Name.StartsWith("on", StringComparison.Ordinal) && !Names.Contains(attribute.Name) && Path().IsMatch(attribute.Value ?? "") && Link(page, element, HtmlEntity.DeEntitize(attribute.Value ?? "")) is { } link)
                    yield return link;
        // data-next="/more?cursor=…": what it holds is the list's next part, whatever the button is called.
        foreach (var element in page.Elements.Carriers)
            foreach (var attribute in element.Attributes)
                if (attribute.Name.StartsWith("data-", StringComparison.Ordinal) && attribute.Name.Contains("next", StringComparison.Ordinal) && attribute.Value is ['/' or '.' or '?', _, ..] next
                    && page.Link(next, ElementName.Of(element), LinkKind.Continuation, "attribute-next") is { } onward)
                    yield return onward;
        foreach (var option in page.Elements.Options)
            if (option.GetAttributeValue("value", "") is { Length: > 1 } value && (value[0] is '/' or '.' || value.StartsWith("http", StringComparison.OrdinalIgnoreCase)) && Link(page, option, value) is { } link)
                yield return link;
    }

    [GeneratedRegex(@"^(?:https?:/|\.{0,2})/[^\s<>""'{}\[\]]{2,300}$", RegexOptions.IgnoreCase)]
    private static partial Regex Path();

    // Under a name of the site's own only what can be nothing else: a path with an ending of pages or services.
    [GeneratedRegex(@"^(?:https?://[^\s<>""']+|[\w./-]*/?[\w-]+\.(?:s?html?|jsp|aspx?|php|do|json|inc|action)(?:\?[^\s<>""']*)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex PageAddress();

    private static FoundLink? Link(PageView page, HtmlNode element, string value)
    {
        if (value.Length == 0 || value.Contains('{', StringComparison.Ordinal))
            return null;
        var address = value.Length >= 12 && !value.Contains('/', StringComparison.Ordinal) && !value.Contains('.', StringComparison.Ordinal) && Base64Text.Decode(value) is { } hidden && hidden.Contains('/', StringComparison.Ordinal) ? hidden : value;
        return page.Link(address, ElementName.Of(element), LinkKind.Page, "attribute") is { } link ? AnchorLinks.Sort(page, link) : null;
    }
}
