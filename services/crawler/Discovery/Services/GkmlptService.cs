using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>The disclosure platform of Guangdong and others: a script shell whose column stands in the fragment (<c>/gkmlpt/index#2811</c>) and whose rows come from a JSON service.</summary>
public sealed partial class GkmlptService : ILinkFinder
{
    public IEnumerable<FoundLink> Find(PageView page)
    {
        if (!page.Url.AbsolutePath.Contains("/gkmlpt", StringComparison.OrdinalIgnoreCase) || SiteId().Match(page.Html) is not { Success: true } site)
            yield break;
        var own = Column(page.Url.Fragment) is { } column ? [(column, page.Elements.Title)] : Array.Empty<(string, string)>();
        var linked = page.Elements.Anchors.Select(anchor => (Column: Column(anchor.GetAttributeValue("href", "")), Name: PageElements.Clean(anchor.InnerText)))
            .Where(anchor => anchor.Column is not null).Select(anchor => (anchor.Column!, anchor.Name));
        foreach (var (number, name) in own.Concat(linked).DistinctBy(entry => entry.Item1))
            if (page.Link($"/gkmlpt/api/all/{number}?page=1&sid={site.Groups[1].Value}", name, LinkKind.Continuation, "gkmlpt") is { } link)
                yield return link;
    }

    private static string? Column(string href) => ColumnNumber().Match(href) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"\bSID\s*[:=]\s*['""]?(\w+)")]
    private static partial Regex SiteId();

    [GeneratedRegex(@"#(\d{1,8})$")]
    private static partial Regex ColumnNumber();
}
