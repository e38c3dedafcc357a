using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>What one crawl is to visit.</summary>
public sealed record CrawlPlan
{
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Whether everything is visited that the sources lead to, without a budget for what nothing names as a way to reports.</summary>
    public bool Explores { get; init; }

    /// <summary>Why it runs: manual or nightly. A crawl that goes on where a killed one stopped keeps the trigger of that one.</summary>
    public string Trigger { get; init; } = "manual";
}
