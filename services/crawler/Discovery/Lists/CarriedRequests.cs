using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Links;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>Tabs of years and bodies that carry a value in an attribute of their own (<c>lay-id="2023"</c>), with which a script asks a service for their rows.</summary>
internal sealed class CarriedRequests : ILinkFinder
{
    // One tab has nothing to choose from; more are not tabs.
    private const int FewestTabs = 2;

    private const int MostTabs = 120;

    public IEnumerable<FoundLink> Find(PageView page)
    {
        var tabs = Tabs(page).ToList();
        if (tabs.Count is < FewestTabs or > MostTabs)
            return [];
        foreach (var target in Targets(page))
        {
            var links = tabs.Select(tab => Link(page, tab, target)).OfType<FoundLink>().DistinctBy(link => (link.Url, link.Form)).ToList();
            if (links.Count >= FewestTabs)
                return links;
        }

        return [];
    }

    /// <summary>Elements named as a year or a body that carry something and have no address.</summary>
    public static IEnumerable<HtmlNode> Tabs(PageView page) =>
        page.Elements.Carriers.Where(element => AnchorLinks.LeadsNowhere(element) && ElementName.Of(element) is var name && (ReportWords.IsYear(name) || ReportWords.NamesOneBody(name)));

    private static IEnumerable<ScriptTarget> Targets(PageView page)
    {
        var names = RowTemplates.WithCarried(page.Program);
        return page.Program.Targets(RowTemplate.Field, names).Concat(page.Program.Functions.Values.SelectMany(function => page.Program.TargetsOf(function, RowTemplate.Field, names)))
            .Where(target => target.Use == ScriptUse.Request).Select(target => target with { Address = RowTemplate.Unescaped(target.Address), Form = target.Form is null ? null : RowTemplate.Unescaped(target.Form) })
            .Where(target => RowTemplate.Fields(target.Address + target.Form) is { Count: > 0 } fields && fields.All(RowTemplate.IsCarried));
    }

    private static FoundLink? Link(PageView page, HtmlNode tab, ScriptTarget target)
    {
        string? Filled(string text) => RowTemplate.Fields(text).Count == 0 ? text : RowTemplate.Fill(text, name => tab.GetAttributeValue(name, null!));
        var form = target.Form is null ? null : Filled(target.Form);
        return Filled(target.Address) is { } address && (form is not null || target.Form is null) ? page.Request(target with { Address = address, Form = form }, ElementName.Of(tab), "carried-request") : null;
    }
}
