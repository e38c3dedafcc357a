using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Scoring;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>The disclosure platform of Guangdong and others: a script shell whose column stands in the fragment (<c>/gkmlpt/index#2811</c>) and whose rows come from a JSON service.</summary>
internal sealed partial class GkmlptService : ILinkFinder
{
    public IEnumerable<FoundLink> Find(PageView page)
    {
        if (!page.Url.AbsolutePath.Contains("/gkmlpt", StringComparison.OrdinalIgnoreCase) || SiteId().Match(page.Html) is not { Success: true } site)
            yield break;
        // The platform may stand below a department's folder, and its services with it.
        var folder = page.Url.AbsolutePath[..page.Url.AbsolutePath.IndexOf("/gkmlpt", StringComparison.OrdinalIgnoreCase)];
        var own = Column(page.Url.Fragment) is { } column ? [(column, page.Elements.Title)] : Array.Empty<(string, string)>();
        var tree = Entry().Matches(page.Html).Select(entry => (entry.Groups["id"].Value, Name: Regex.Unescape(entry.Groups["name"].Value)))
            .Where(entry => ReportWords.NamesReport(entry.Name) || ReportWords.NamesAnnual(entry.Name));
        var linked = page.Elements.Anchors.Select(anchor => (Column: Column(anchor.GetAttributeValue("href", "")), Name: PageElements.Clean(anchor.InnerText)))
            .Where(anchor => anchor.Column is not null).Select(anchor => (anchor.Column!, anchor.Name));
        foreach (var (number, name) in own.Concat(linked).Concat(tree).DistinctBy(entry => entry.Item1))
            if (page.Link($"{folder}/gkmlpt/api/all/{number}?page=1&sid={site.Groups[1].Value}", name, LinkKind.Continuation, "gkmlpt") is { } link)
                yield return link;
    }

    private static string? Column(string href) => ColumnNumber().Match(href) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"\bSID\s*[:=]\s*['""]?(\w+)")]
    private static partial Regex SiteId();

    // {"id": 721, "name": "政府信息公开年报", …}: the tree of columns that the page's script shows.
    [GeneratedRegex("""\{\s*"?id"?\s*:\s*"?(?<id>\d{1,8})"?\s*,\s*"?name"?\s*:\s*"(?<name>(?:[^"\\]|\\u[0-9a-fA-F]{4}){1,80})"\s*""")]
    private static partial Regex Entry();

    [GeneratedRegex(@"#(\d{1,8})$")]
    private static partial Regex ColumnNumber();
}
