namespace Pipeline.Crawler.Robots;

/// <summary>A parsed robots.txt.</summary>
/// <param name="Groups">In order.</param>
/// <param name="Sitemaps">Values of Sitemap lines, percent-encoded beyond ASCII.</param>
internal sealed record RobotsFile(IReadOnlyList<RobotsGroup> Groups, IReadOnlyList<string> Sitemaps)
{
    /// <summary>What the file says to one crawler: the groups that name it, taken as one; else those for all; else nothing (RFC 9309, 2.2.1).</summary>
    /// <param name="agent">Product token of the crawler, such as <c>FooBot</c>.</param>
    public RobotsRules RulesFor(string agent)
    {
        var named = Groups.Where(group => group.Agents.Any(token => token.Equals(agent, StringComparison.OrdinalIgnoreCase))).ToList();
        var mine = named.Count > 0 ? named : [.. Groups.Where(group => group.Agents.Contains("*"))];
        return new([.. mine.SelectMany(group => group.Rules)], mine.Max(group => group.CrawlDelay), Sitemaps);
    }
}
