namespace Pipeline.Crawler.Discovery.Links;

/// <summary>Links of a piece of markup that a page, a script or a service holds as text.</summary>
public static class Fragment
{
    private static readonly ILinkFinder[] Finders = [new AnchorLinks(), new HandlerLinks(), new FrameLinks()];

    public static IEnumerable<FoundLink> Links(PageView page, string markup, string rule) => Links(page.Part(markup), rule);

    public static IEnumerable<FoundLink> Links(Uri url, string markup, string rule) => Links(PageView.Parse(url, markup), rule);

    /// <summary>As above, of markup that was parsed already.</summary>
    public static IEnumerable<FoundLink> Links(PageView fragment, string rule) => Finders.SelectMany(finder => finder.Find(fragment)).Select(link => link with { Rule = rule });
}
