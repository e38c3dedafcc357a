namespace Pipeline.Crawler.Frontier;

/// <summary>A crawl that has ended.</summary>
public sealed record EndedRun(Guid RunId, DateTimeOffset EndedAt);
