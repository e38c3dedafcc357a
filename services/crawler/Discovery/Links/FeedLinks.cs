using Pipeline.Crawler.Discovery.Scoring;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>The feed of a column of reports that shows none itself: <c>&lt;link rel="alternate" type="application/rss+xml" href="…"&gt;</c>.</summary>
internal sealed class FeedLinks : ILinkFinder
{
    public IEnumerable<FoundLink> Find(PageView page)
    {
        if (!Names(page.Elements.Title) && !page.Elements.Headings.Any(Names) || page.Elements.Anchors.Any(anchor => ElementName.Of(anchor) is var name && Names(name) && name.Any(char.IsAsciiDigit)))
            yield break;
        foreach (var element in page.Elements.Links)
            if (element.GetAttributeValue("rel", "").Contains("alternate", StringComparison.OrdinalIgnoreCase) && element.GetAttributeValue("type", "").ToLowerInvariant() is "application/rss+xml" or "application/atom+xml"
                && page.Link(element.GetAttributeValue("href", ""), "", LinkKind.Continuation, "feed") is { } link)
                yield return link;
    }

    private static bool Names(string text) => ReportWords.NamesReport(text) || ReportWords.NamesAnnual(text);
}
