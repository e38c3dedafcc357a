using System.Globalization;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Links;

namespace Pipeline.Crawler.Discovery.Paging;

/// <summary>
/// Lists whose pager fills a form in and sends it: <c>goto(n)</c> sets a hidden field named like a page number. The next page is asked for with the
/// form's fields as they stand, where the page says in words or by its pager that there is one. A pager may be the form's own button too,
/// <c>&lt;input type="submit" name="act" value="下一页"&gt;</c>.
/// </summary>
internal sealed class FormPaging : ILinkFinder
{
    public IEnumerable<FoundLink> Find(PageView page)
    {
        foreach (var form in page.Elements.Forms)
        {
            if (form.Inputs.FirstOrDefault(IsNext) is { } button)
            {
                if (FormBody.Link(page, form, Name(button).Length == 0 ? [] : [new(Name(button), HtmlEntity.DeEntitize(button.GetAttributeValue("value", "")))], "", LinkKind.Continuation, "form") is { } pressed)
                    yield return pressed;
                continue;
            }

            if (form.Inputs.FirstOrDefault(input => FormBody.IsSent(input) && PageFields.IsPage(Name(input)[(Name(input).LastIndexOf('.') + 1)..])) is not { } counter)
                continue;
            var current = int.TryParse(Value(counter), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
            if (PageCountPaging.Stated(page) <= current && !HasNext(page, current))
                continue;
            if (FormBody.Link(page, form, [new(Name(counter), (current + 1).ToString(CultureInfo.InvariantCulture))], "", LinkKind.Continuation, "form") is { } link)
                yield return link;
        }
    }

    // With a handler it sets what it sends first.
    private static bool IsNext(HtmlNode input) =>
        input.GetAttributeValue("type", "").Equals("submit", StringComparison.OrdinalIgnoreCase) && PagerText.IsOnward(Value(input)) && !input.Attributes.Contains("onclick") && !input.Attributes.Contains("disabled");

    // By its word, or by the number that follows the page's own.
    private static bool HasNext(PageView page, int current) => page.Elements.Anchors.Concat(page.Elements.Handlers).Any(element =>
        (PagerText.IsNext(ElementName.Of(element)) || ElementName.Of(element) == (current + 1).ToString(CultureInfo.InvariantCulture))
        && (element.GetAttributeValue("onclick", "").Length > 0 || element.GetAttributeValue("href", "").StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)));

    private static string Name(HtmlNode input) => input.GetAttributeValue("name", "");

    private static string Value(HtmlNode input) => PageElements.Clean(input.GetAttributeValue("value", ""));
}
