using System.Globalization;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Links;

namespace Pipeline.Crawler.Discovery.Paging;

/// <summary>
/// Lists whose pager fills a form in and sends it: <c>goto(n)</c> sets a hidden field named like a page number. The next page is asked for with the
/// form's fields as they stand, where the page says in words or by its pager that there is one.
/// </summary>
internal sealed class FormPaging : ILinkFinder
{
    public IEnumerable<FoundLink> Find(PageView page)
    {
        foreach (var form in page.Elements.Forms)
        {
            if (form.Inputs.FirstOrDefault(input => PageFields.IsPage(Name(input))) is not { } counter)
                continue;
            var current = int.TryParse(Value(counter), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
            if (PageCountPaging.Stated(page) <= current && !HasNext(page))
                continue;
            var fields = form.Inputs.Where(Counts).Select(input => new KeyValuePair<string, string>(
                Uri.EscapeDataString(Name(input)), input == counter ? (current + 1).ToString(CultureInfo.InvariantCulture) : Uri.EscapeDataString(Value(input)))).ToList();
            if (Link(page, form.Form, fields) is { } link)
                yield return link;
        }
    }

    private static FoundLink? Link(PageView page, HtmlNode form, List<KeyValuePair<string, string>> fields)
    {
        var action = form.GetAttributeValue("action", "") is { Length: > 0 } stated && !stated.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) ? stated : page.Url.AbsoluteUri;
        if (form.GetAttributeValue("method", "").Equals("post", StringComparison.OrdinalIgnoreCase))
            return page.Link(action, "", LinkKind.Continuation, "form") is { } posted ? posted with { Form = QueryFields.Join(fields).TrimStart('?') } : null;
        return page.Link(action.Split('?')[0] + QueryFields.Join(fields), "", LinkKind.Continuation, "form");
    }

    private static bool HasNext(PageView page) => page.Elements.Anchors.Concat(page.Elements.Handlers).Any(element =>
        PagerText.IsNext(ElementName.Of(element))
        && (element.GetAttributeValue("onclick", "").Length > 0 || element.GetAttributeValue("href", "").StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)));

    // What a visitor types or ticks is no part of turning a page.
    private static bool Counts(HtmlNode input) => Name(input).Length > 0 && input.GetAttributeValue("type", "text").ToLowerInvariant() is "hidden" or "text";

    private static string Name(HtmlNode input) => input.GetAttributeValue("name", "");

    private static string Value(HtmlNode input) => PageElements.Clean(input.GetAttributeValue("value", ""));
}
