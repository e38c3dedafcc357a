namespace Pipeline.Crawler.Robots;

/// <summary>What one robots.txt says to one crawler.</summary>
internal sealed class RobotsRules
{
    // Longest first and, of the same length, Allow first: the first that matches decides (RFC 9309, 2.2.2).
    private readonly RobotsRule[] _rules;

    public RobotsRules(IEnumerable<RobotsRule> rules, TimeSpan? crawlDelay, IReadOnlyList<string> sitemaps)
    {
        // An empty path is how a file says that it forbids nothing.
        _rules = [.. rules.Where(rule => rule.Pattern.Length > 0).OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.IsAllow)];
        CrawlDelay = crawlDelay;
        Sitemaps = sitemaps;
    }

    public static RobotsRules None { get; } = new([], null, []);

    public TimeSpan? CrawlDelay { get; }

    public IReadOnlyList<string> Sitemaps { get; }

    /// <param name="pathAndQuery">Percent-encoded, as a <see cref="Uri"/> gives it; a fragment is ignored.</param>
    /// <returns>The rule that decides; null when none speaks of the path, which is then allowed.</returns>
    public RobotsRule? Deciding(string pathAndQuery)
    {
        if (_rules.Length == 0)
            return null;
        var path = RobotsText.OfPath(pathAndQuery);
        foreach (var rule in _rules)
            if (rule.Matches(path))
                return rule;
        return null;
    }

    public bool IsAllowed(string pathAndQuery) => Deciding(pathAndQuery) is not { IsAllow: false };
}
