using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Paging;

/// <summary>
/// Addresses with a gap for the page number, such as <c>data-url="list_{page}.html"</c> or <c>url: 'list_{0}.htm'</c>, or that a script makes and goes to
/// (<c>location.href = 'list-' + p + '.html'</c>) or gives to a pager's library: pages 2 and on while the list goes on, or as many as it states.
/// </summary>
internal sealed partial class TemplatePaging : ILinkFinder
{
    public IEnumerable<FoundLink> Find(PageView page)
    {
        var current = PageNumber().Match(page.Url.PathAndQuery) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : 1;
        var pages = PageCountPaging.Stated(page) is > 0 and var stated ? stated : PageCountPaging.OfRows(page);
        foreach (var template in Templates(page).Concat(Scripted(page, pages)).Distinct(StringComparer.Ordinal))
        {
            // The page's own number is known only when the template fits its address.
            var own = Fits(page, template, current) ? current : 1;
            if (pages > 0 && own >= pages)
                continue;
            if (page.Link(Gap().Replace(template, (own + 1).ToString(CultureInfo.InvariantCulture)), "", LinkKind.Continuation, "template") is { } link)
                yield return link;
        }
    }

    // By a name that says little only where the page says how many there are.
    private static IEnumerable<string> Scripted(PageView page, int pages) =>
        CountingAddresses.Of(page.Program, ScriptUse.Navigate).Where(template => pages > 1 || CountingAddresses.IsSure(template))
            .Select(template => Field().Replace(template, "{page}")).Concat(pages > 1 ? Asked(page).Concat(Returned(page.Program)) : []);

    // pageUrl: function (type, page) { … return 'list_' + page + '.html'; }, which only a pager's library calls. Of several the last is the one for most pages.
    private static IEnumerable<string> Returned(ScriptProgram program)
    {
        var called = program.Functions.Values.Select(function => function.Body).Append(program.Running).SelectMany(ScriptProgram.Calls).ToHashSet(StringComparer.Ordinal);
        return program.Functions.Values.Where(function => Makes().IsMatch(function.Name) && !called.Contains(function.Name))
            .Select(function => ScriptResult.Last(function, program.Values)).OfType<string>().Where(template => RowTemplate.Fields(template).Count == 1).Select(template => Field().Replace(template, "{page}"));
    }

    // ?page= and a number that only a pager knows: read as the first page, it tells the field that counts.
    private static IEnumerable<string> Asked(PageView page) =>
        page.Program.Functions.Values.SelectMany(function => page.Program.TargetsOf(function)).Concat(page.Program.Targets()).Where(target => target.Use == ScriptUse.Navigate && target.Form is null)
            .Select(target => page.Link(target.Address, "", LinkKind.Continuation, "template")?.Url)
            .Where(url => url is not null && url.AbsolutePath == page.Url.AbsolutePath && PageFields.Of(url) == 1)
            .Select(url => FirstPage().Replace(url!.AbsoluteUri, "$1{page}", 1));

    private static bool Fits(PageView page, string template, int number) =>
        page.Link(Gap().Replace(template, number.ToString(CultureInfo.InvariantCulture)), "", LinkKind.Continuation, "template")?.Url == page.Url;

    private static IEnumerable<string> Templates(PageView page)
    {
        var written = page.Elements.Handlers.SelectMany(element => element.Attributes).Select(attribute => attribute.Value ?? "");
        var scripted = page.Program.Running.Where(token => token.Kind == ScriptTokenKind.Text).Select(token => token.Text);
        return written.Concat(scripted).Where(text => text.Length < 300 && Gap().IsMatch(text) && !text.Any(char.IsWhiteSpace) && (text.Contains('/', StringComparison.Ordinal) || text.Contains('.', StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\{(?:page|pageNo|pageNum|pageIndex|n|num|p|0)\}|\[page\]|__page__|\$page\$|#page#|@page@|%d", RegexOptions.IgnoreCase)]
    private static partial Regex Gap();

    [GeneratedRegex(@"page|link|url|href", RegexOptions.IgnoreCase)]
    private static partial Regex Makes();

    [GeneratedRegex(@"([?&][^=&]*(?:page|p|pn|pg|no|num|index|current|cp|paged)=)1(?=&|$)", RegexOptions.IgnoreCase)]
    private static partial Regex FirstPage();

    [GeneratedRegex("\uE000[^\uE001]*\uE001")]
    private static partial Regex Field();

    [GeneratedRegex(@"\d{1,4}(?=\.[a-z]+$|$)", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
