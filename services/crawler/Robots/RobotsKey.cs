namespace Pipeline.Crawler.Robots;

/// <summary>What a line of robots.txt is about.</summary>
internal enum RobotsKey
{
    /// <summary>Nothing that we know.</summary>
    Other,
    UserAgent,
    Allow,
    Disallow,
    CrawlDelay,
    Sitemap,
}
