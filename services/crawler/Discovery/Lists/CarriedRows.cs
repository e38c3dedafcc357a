using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Links;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>Rows of a page that carry their number in an attribute (<c>data-id="8001"</c>) while a script makes the address of it.</summary>
internal sealed class CarriedRows : ILinkFinder
{
    // One element alone checks no template.
    private const int FewestRows = 2;

    public IEnumerable<FoundLink> Find(PageView page)
    {
        if (page.Elements.Carriers.Count < FewestRows || page.Elements.Scripts.Count == 0)
            return [];
        foreach (var template in RowTemplates.Of(page.Program))
        {
            var rows = page.Elements.Carriers.Select(element => Row(page, element, template)).OfType<FoundLink>().ToList();
            // Rows that lead to one place show that the field names something else.
            if (rows.Count >= FewestRows && rows.DistinctBy(row => row.Url).Count() >= FewestRows)
                return rows;
        }

        return [];
    }

    private static FoundLink? Row(PageView page, HtmlNode element, string template)
    {
        if (!RowTemplate.Fields(template).All(RowTemplate.IsCarried))
            return null;
        var address = RowTemplate.Fill(template, name => element.GetAttributeValue(name, null!));
        return page.Link(address, ElementName.Of(element), LinkKind.Page, "carried-row") is { } link ? AnchorLinks.Sort(page, link) : null;
    }
}
