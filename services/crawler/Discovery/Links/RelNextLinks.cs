using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>The next page of a list where only its head names it: <c>&lt;link rel="next" href="…"&gt;</c>, or a <c>Link</c> header.</summary>
internal sealed partial class RelNextLinks : ILinkFinder
{
    public const string Rule = "rel-next";

    public IEnumerable<FoundLink> Find(PageView page)
    {
        foreach (var element in page.Elements.Links)
            if (IsNext(element.GetAttributeValue("rel", "")) && Link(page, element.GetAttributeValue("href", "")) is { } link)
                yield return link;
    }

    /// <param name="header">Value of the answer's <c>Link</c> header; null when it has none.</param>
    public static IEnumerable<FoundLink> Of(PageView page, string? header)
    {
        foreach (Match match in Entry().Matches(header ?? ""))
            if (IsNext(match.Groups["rel"].Value) && Link(page, match.Groups["url"].Value) is { } link)
                yield return link;
    }

    private static bool IsNext(string rel) => rel.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains("next", StringComparer.OrdinalIgnoreCase);

    private static FoundLink? Link(PageView page, string href) =>
        page.Link(href, "", LinkKind.Continuation, Rule) is { } link && link.Url.Authority == page.Url.Authority ? link : null;

    [GeneratedRegex("""<(?<url>[^>]+)>\s*;[^,]*?\brel\s*=\s*"?(?<rel>[^",;]+)"?""", RegexOptions.IgnoreCase)]
    private static partial Regex Entry();
}
