using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Paging;

/// <summary>
/// Lists that state their number of pages, in a variable (<c>var countPage = 5</c>) or in words (共5页), and hide the pager in a script elsewhere.
/// The next file of the usual static spelling is tried: <c>index_1</c>, <c>index_2</c>, …; the first page tries both beginnings.
/// </summary>
internal sealed partial class PageCountPaging : ILinkFinder
{
    /// <summary>Of links that are guesses.</summary>
    public const string Rule = "page-count";

    private static readonly string[] Counts = ["countPage", "totalPage", "pageCount", "contenpage", "totalPages", "allPage", "pages", "page_count", "maxPage", "totalpage", "pagecount"];

    public IEnumerable<FoundLink> Find(PageView page)
    {
        var pages = Stated(page);
        if (pages < 2 || page.Url.Query.Length > 0 && PageFields.Of(page.Url) is null)
            yield break;
        foreach (var address in page.Url.Query.Length > 0 ? NextInQuery(page, pages) : NextFiles(page, pages))
            if (page.Link(address, "", LinkKind.Continuation, Rule) is { } link)
                yield return link;
    }

    /// <summary>How many pages the list says it has; 0 when it does not.</summary>
    public static int Stated(PageView page)
    {
        foreach (var name in Counts)
            if (page.Program.Values.TryGetValue(name, out var value) && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var pages))
                return pages;
        return InWords().Match(page.Elements.Text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>How many pages the rows make that a pager's settings count, <c>{count: 154, limit: 15}</c>; 0 when none do.</summary>
    public static int OfRows(PageView page) =>
        Number(page, ["count", "total", "totalCount", "dataCount"]) is > 0 and var rows && Number(page, ["limit", "pageSize", "perPage", "rows"]) is > 0 and var part ? (rows + part - 1) / part : 0;

    private static int Number(PageView page, string[] names) =>
        names.Select(name => page.Program.Values.GetValueOrDefault(name) ?? InData(page.Program.Running, name)).FirstOrDefault(value => value is not null) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : 0;

    // {"pagination": {"current": 1, "pageSize": 5, "total": 12}}: the state that a page brings along for its script.
    private static string? InData(IReadOnlyList<ScriptToken> tokens, string name)
    {
        for (var at = 0; at + 2 < tokens.Count; at++)
            if (tokens[at].Kind == ScriptTokenKind.Text && tokens[at].Text == name && tokens[at + 1].IsSign(":") && tokens[at + 2].Kind == ScriptTokenKind.Number)
                return tokens[at + 2].Text;
        return null;
    }

    private static IEnumerable<string> NextInQuery(PageView page, int pages) =>
        PageFields.Of(page.Url) < pages && PageFields.Next(page.Url, 0) is { } next ? [next.AbsoluteUri] : [];

    private static IEnumerable<string> NextFiles(PageView page, int pages)
    {
        var match = FileName().Match(page.Url.AbsolutePath);
        if (!match.Success)
            return [];
        var stem = match.Groups["stem"].Value is { Length: > 0 } named ? named : "index";
        var ending = match.Groups["ending"].Value is { Length: > 0 } shown ? shown : ".html";
        if (match.Groups["number"].Value is not { Length: > 0 } text)
            return [$"{stem}_1{ending}", $"{stem}_2{ending}"];
        var number = int.Parse(text, CultureInfo.InvariantCulture);
        return number < pages ? [$"{stem}_{(number + 1).ToString(CultureInfo.InvariantCulture)}{ending}"] : [];
    }

    [GeneratedRegex(@"共\s*(\d{1,4})\s*[页頁]")]
    private static partial Regex InWords();

    [GeneratedRegex(@"/(?<stem>[A-Za-z]*)(?:_(?<number>\d{1,3}))?(?<ending>\.s?html?)?$")]
    private static partial Regex FileName();
}
