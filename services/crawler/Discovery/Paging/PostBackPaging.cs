using System.Globalization;
using System.Text.RegularExpressions;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Links;

namespace Pipeline.Crawler.Discovery.Paging;

/// <summary>
/// Pagers of ASP.NET: <c>javascript:__doPostBack('AspNetPager1','2')</c> sends the page's form with two fields filled in. Only the next page is asked for:
/// each page holds a state of its own, and so each would ask for every other anew.
/// </summary>
internal sealed partial class PostBackPaging : ILinkFinder
{
    public IEnumerable<FoundLink> Find(PageView page)
    {
        if (!page.Html.Contains("__doPostBack", StringComparison.Ordinal) || page.Elements.Forms.Count == 0)
            yield break;
        var calls = page.Elements.Anchors.Concat(page.Elements.Handlers).Select(element => (Name: ElementName.Of(element), Call: CallOf(element))).Where(pair => pair.Call.Success).ToList();
        var next = calls.FirstOrDefault(pair => PagerText.IsOnward(pair.Name));
        if (next.Call is null)
            next = Following(calls);
        if (next.Call is { } call && Link(page, page.Elements.Forms[0], call.Groups["target"].Value, call.Groups["argument"].Value) is { } link)
            yield return link;
    }

    // A pager does not link the page that it stands on: the first number missing. Behind the last number of a group stand dots that lead to the next group,
    // and dots before the first lead back.
    private static (string Name, Match Call) Following(List<(string Name, Match Call)> calls)
    {
        var pager = calls.Where(call => Number(call.Name) > 0 || IsDots(call.Name)).ToList();
        var numbers = pager.Select(call => Number(call.Name)).Where(number => number > 0).ToList();
        var first = pager.Count > 0 && IsDots(pager[0].Name) && numbers.Count > 0 ? Argument(pager[0]) + 1 ?? numbers[0] : 1;
        var current = first;
        while (numbers.Contains(current))
            current++;
        var next = pager.Find(call => Number(call.Name) == current + 1);
        return next.Call is null && pager.Count > 1 && IsDots(pager[^1].Name) ? pager[^1] : next;
    }

    private static bool IsDots(string name) => name.Trim() is "..." or "…" or "……";

    // Page$11
    private static int? Argument((string Name, Match Call) call) =>
        int.TryParse(Digits().Match(call.Call.Groups["argument"].Value).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Number(string name) => int.TryParse(name.Trim('[', ']', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static Match CallOf(HtmlNode element) =>
        Call().Match(HtmlEntity.DeEntitize(element.GetAttributeValue("href", "") + ";" + element.GetAttributeValue("onclick", "")));

    private static FoundLink? Link(PageView page, PageForm form, string target, string argument) =>
        FormBody.Link(page, form, [new("__EVENTTARGET", target), new("__EVENTARGUMENT", argument)], "", LinkKind.Continuation, "post-back") is { Form: not null } link ? link : null;

    [GeneratedRegex(@"\d{1,5}$")]
    private static partial Regex Digits();

    [GeneratedRegex("""__doPostBack\(\s*['"](?<target>[^'"]*)['"]\s*,\s*['"](?<argument>[^'"]*)['"]\s*\)""")]
    private static partial Regex Call();
}
