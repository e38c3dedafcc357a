namespace Pipeline.Crawler.Robots;

/// <summary>User-agent lines and the rules below them.</summary>
/// <param name="Agents">Product tokens as written, <c>*</c> for all.</param>
/// <param name="CrawlDelay">Courtesy extension; null when not stated or not a number.</param>
internal sealed record RobotsGroup(IReadOnlyList<string> Agents, IReadOnlyList<RobotsRule> Rules, TimeSpan? CrawlDelay);
