using Pipeline.Crawler.Discovery.Links;
using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>
/// Rows that wait in a page for a script to show them: as XML, <c>&lt;xml id="data"&gt;…&lt;/xml&gt;</c> or a script of that kind, as JSON in an attribute, or as markup in a field of text.
/// </summary>
internal sealed class DataIslands : ILinkFinder
{
    public IEnumerable<FoundLink> Find(PageView page) =>
        page.Elements.Islands.SelectMany(island => XmlList.Read(page.Base, island) ?? [])
            .Concat(page.Elements.Data.SelectMany(data => JsonList.Read(data, new ListRequest(page.Base, null, null)) ?? []).Where(link => link.Kind != LinkKind.Continuation && link.Text.Length > 0))
            .Concat(page.Elements.Markups.SelectMany(markup => Fragment.Links(page, markup, "data-island")));
}
