using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>
/// Choices of years, bodies or pages that go to an address made of the chosen value: <c>&lt;select onchange="location.href='list.jsp?year=' + this.value"&gt;</c>.
/// </summary>
internal sealed class SelectLinks : ILinkFinder
{
    // All bodies of a city; longer ones are lists of something else, such as countries.
    private const int MostOptions = 120;

    private static readonly string[] Chosen =
        ["this.options[this.selectedIndex].value", "this.options[selectedIndex].value", "options[selectedIndex].value", "this[this.selectedIndex].value", "$(this).val()", "this.value"];

    public IEnumerable<FoundLink> Find(PageView page)
    {
        foreach (var select in page.Elements.Selects)
        {
            var code = HtmlEntity.DeEntitize(select.GetAttributeValue("onchange", ""));
            var options = select.Descendants("option").ToList();
            if (code.Length == 0 || options.Count > MostOptions || !Chosen.Any(way => code.Contains(way, StringComparison.Ordinal)))
                continue;
            foreach (var option in options)
                if (Link(page, code, option) is { } link)
                    yield return link;
        }
    }

    private static FoundLink? Link(PageView page, string code, HtmlNode option)
    {
        var name = ElementName.Of(option);
        var value = HtmlEntity.DeEntitize(option.GetAttributeValue("value", name)).Trim();
        if (value.Length == 0 || value.AsSpan().ContainsAny('\'', '\\'))
            return null;
        var filled = Chosen.Aggregate(code, (text, way) => text.Replace(way, $"'{value}'", StringComparison.Ordinal));
        // Of the branches of a condition the last is the one for most values.
        var target = page.Program.TargetsOf(filled).LastOrDefault(target => target.Use is ScriptUse.Navigate or ScriptUse.Open && target.Form is null);
        if (page.Link(target.Address, name, LinkKind.Page, "select") is not { } link)
            return null;
        return PagerText.IsNumberOrArrow(name) && !ReportWords.IsYear(name) ? link with { Kind = LinkKind.Continuation } : link;
    }
}
