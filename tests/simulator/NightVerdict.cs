namespace Pipeline.Simulator.Tests;

/// <summary>The referee on the requests of one night.</summary>
public sealed record NightVerdict
{
    public required int Expected { get; init; }

    public required int Found { get; init; }

    public required IReadOnlyList<string> Missing { get; init; }

    public required IReadOnlyList<string> RobotsViolationUrls { get; init; }

    public required IReadOnlyList<string> RobotsNotReadFirst { get; init; }

    public required IReadOnlyList<string> CanaryPaths { get; init; }

    public required int RetryAfterViolations { get; init; }

    public required IReadOnlyList<string> CrawlDelayBroken { get; init; }

    /// <summary>Most requests at once on any host.</summary>
    public required int MaxConcurrency { get; init; }

    public required int DuplicateDocuments { get; init; }

    public required int DuplicatePages { get; init; }

    /// <summary>changed, new, gone_noticed: "noticed/all". Only from the second night on.</summary>
    public IReadOnlyDictionary<string, string> NightChanges { get; init; } = new Dictionary<string, string>();

    /// <summary>0..1: fetches with a validator among the repeated ones. Only from the second night on.</summary>
    public double? ConditionalShare { get; init; }
}
