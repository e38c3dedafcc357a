using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>
/// Choices of years, bodies or pages that go to an address made of the chosen value: <c>&lt;select onchange="location.href='list.jsp?year=' + this.value"&gt;</c>,
/// a handler that a script gives the element, or a button beside it whose function reads it.
/// </summary>
internal sealed class SelectLinks : ILinkFinder
{
    // All bodies of a city; longer ones are lists of something else, such as countries.
    private const int MostOptions = 120;

    // One that every choice leads to is nobody's choice.
    private const int FewestOptions = 2;

    private const int MostButtons = 4;

    private static readonly HashSet<string> Asks = new(StringComparer.Ordinal) { "查询", "搜索", "检索", "确定", "跳转", "转到", "GO", "Go", "go" };

    public IEnumerable<FoundLink> Find(PageView page)
    {
        foreach (var select in page.Elements.Selects)
        {
            var options = select.Descendants("option").ToList();
            if (options.Count is < FewestOptions or > MostOptions)
                continue;
            var others = Others(page, select, options.Count);
            var links = Codes(page, select).Select(code => options.SelectMany(option => others.Select(other => Link(page, select, code, option, other))).OfType<FoundLink>().DistinctBy(link => (link.Url, link.Form)).ToList())
                .FirstOrDefault(links => links.Count >= FewestOptions);
            foreach (var link in links ?? [])
                yield return link;
        }
    }

    // Each choice of a second select, where one handler reads both: years by kinds of bodies. One null where there is none.
    private static IReadOnlyList<(string Id, string Value)?> Others(PageView page, HtmlNode select, int options)
    {
        var other = page.Elements.Selects.FirstOrDefault(one => one != select && one.GetAttributeValue("id", "").Length > 0);
        var values = other?.Descendants("option").Select(Value).Where(value => value.Length > 0).ToList();
        return values is { Count: >= FewestOptions } && values.Count * options <= MostOptions ? [.. values.Select(value => ((string, string)?)(other!.GetAttributeValue("id", ""), value))] : [null];
    }

    private static string Value(HtmlNode option) => HtmlEntity.DeEntitize(option.GetAttributeValue("value", ElementName.Of(option))).Trim();

    // What may run when the choice changes: its own handler, else that of a button, else what scripts do with it, for which null stands.
    private static IEnumerable<string?> Codes(PageView page, HtmlNode select)
    {
        if (HtmlEntity.DeEntitize(select.GetAttributeValue("onchange", "")) is { Length: > 0 } code)
            return [code];
        return select.GetAttributeValue("id", "").Length == 0 ? []
            : page.Elements.Handlers.Where(element => Asks.Contains(ElementName.Of(element).Trim()) || Asks.Contains(element.GetAttributeValue("value", "").Trim()))
                .Select(element => HtmlEntity.DeEntitize(element.GetAttributeValue("onclick", ""))).Where(onclick => onclick.Length > 0).Distinct(StringComparer.Ordinal).Take(MostButtons).Append<string?>(null);
    }

    private static FoundLink? Link(PageView page, HtmlNode select, string? code, HtmlNode option, (string Id, string Value)? other)
    {
        var name = ElementName.Of(option);
        var value = Value(option);
        if (value.Length == 0 || value.AsSpan().ContainsAny('\'', '\\'))
            return null;
        var names = new Dictionary<string, string>(page.Program.Values, StringComparer.Ordinal) { ["this.value"] = value };
        if (select.GetAttributeValue("id", "") is { Length: > 0 } id)
            names["#" + id] = names[id + ".value"] = value;
        if (other is { } second)
            names["#" + second.Id] = names[second.Id + ".value"] = second.Value;
        var targets = code is null ? page.Program.Targets(null, names) : page.Program.TargetsOf(code.Replace("this[this.selectedIndex].value", "this.value", StringComparison.Ordinal), names);
        // Of the branches of a condition the last is the one for most values.
        var target = targets.LastOrDefault(target => target.Use is ScriptUse.Navigate or ScriptUse.Open && target.Form is null || target.Use == ScriptUse.Request && ReportWords.IsYear(name));
        if (target.Use == ScriptUse.Request)
            return page.Request(target, name, "select-request");
        if (page.Link(target.Address, name, LinkKind.Page, "select") is not { } link)
            return null;
        return PagerText.IsNumberOrArrow(name) && !ReportWords.IsYear(name) ? link with { Kind = LinkKind.Continuation } : link;
    }
}
