using System.Globalization;
using System.Text.RegularExpressions;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Addresses;
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
        var next = calls.FirstOrDefault(pair => Onward().IsMatch(pair.Name));
        if (next.Call is null)
            next = calls.FirstOrDefault(pair => Number(pair.Name) == Current(calls.Select(call => call.Name)) + 1);
        if (next.Call is { } call && Link(page, page.Elements.Forms[0], call.Groups["target"].Value, call.Groups["argument"].Value) is { } link)
            yield return link;
    }

    // A pager does not link the page that it stands on: the first number missing.
    private static int Current(IEnumerable<string> names)
    {
        var numbers = names.Select(Number).ToHashSet();
        return Enumerable.Range(1, numbers.Count + 1).First(number => !numbers.Contains(number));
    }

    private static int Number(string name) => int.TryParse(name.Trim('[', ']', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static Match CallOf(HtmlNode element) =>
        Call().Match(HtmlEntity.DeEntitize(element.GetAttributeValue("href", "") + ";" + element.GetAttributeValue("onclick", "")));

    private static FoundLink? Link(PageView page, PageForm form, string target, string argument)
    {
        var fields = form.Inputs.Where(IsSent)
            .Select(input => new KeyValuePair<string, string>(input.GetAttributeValue("name", ""), HtmlEntity.DeEntitize(input.GetAttributeValue("value", "")))).ToList();
        Set(fields, "__EVENTTARGET", target);
        Set(fields, "__EVENTARGUMENT", argument);
        var action = HtmlEntity.DeEntitize(form.Form.GetAttributeValue("action", "")) is { Length: > 0 } stated ? stated : page.Url.AbsoluteUri;
        var body = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        return page.Link(action, "", LinkKind.Continuation, "post-back") is { } link && !FileAddress.IsMedia(link.Url) ? link with { Form = body } : null;
    }

    private static void Set(List<KeyValuePair<string, string>> fields, string name, string value)
    {
        fields.RemoveAll(field => field.Key == name);
        fields.Add(new(name, value));
    }

    private static bool IsSent(HtmlNode input) =>
        input.GetAttributeValue("name", "").Length > 0 && input.GetAttributeValue("type", "text").ToLowerInvariant() is "hidden" or "text";

    [GeneratedRegex(@"^[\s\[\(<«‹]*(?:下一?[页頁]|后一?[页頁]|next(?:\s*page)?|[>›»])[\s\]\)>»›]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Onward();

    [GeneratedRegex("""__doPostBack\(\s*['"](?<target>[^'"]*)['"]\s*,\s*['"](?<argument>[^'"]*)['"]\s*\)""")]
    private static partial Regex Call();
}
