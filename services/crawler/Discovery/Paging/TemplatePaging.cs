using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Paging;

/// <summary>Addresses with a gap for the page number, such as <c>data-url="list_{page}.html"</c> or <c>url: 'list_{0}.htm'</c>: pages 2 and on while the list goes on.</summary>
internal sealed partial class TemplatePaging : ILinkFinder
{
    public IEnumerable<FoundLink> Find(PageView page)
    {
        var current = PageNumber().Match(page.Url.PathAndQuery) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : 1;
        foreach (var template in Templates(page).Distinct(StringComparer.Ordinal))
        {
            // The page's own number is known only when the template fits its address.
            var own = Fits(page, template, current) ? current : 1;
            if (page.Link(Gap().Replace(template, (own + 1).ToString(CultureInfo.InvariantCulture)), "", LinkKind.Continuation, "template") is { } link)
                yield return link;
        }
    }

    private static bool Fits(PageView page, string template, int number) =>
        page.Link(Gap().Replace(template, number.ToString(CultureInfo.InvariantCulture)), "", LinkKind.Continuation, "template")?.Url == page.Url;

    private static IEnumerable<string> Templates(PageView page)
    {
        var written = page.Elements.Handlers.SelectMany(element => element.Attributes).Select(attribute => attribute.Value ?? "");
        var scripted = page.Program.Running.Where(token => token.Kind == ScriptTokenKind.Text).Select(token => token.Text);
        return written.Concat(scripted).Where(text => text.Length < 300 && Gap().IsMatch(text) && !text.Any(char.IsWhiteSpace) && (text.Contains('/', StringComparison.Ordinal) || text.Contains('.', StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\{(?:page|pageNo|pageNum|pageIndex|n|num|p|0)\}|\[page\]|__page__|\$page\$|#page#|@page@", RegexOptions.IgnoreCase)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\d{1,4}(?=\.[a-z]+$|$)", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
