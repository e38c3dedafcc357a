namespace Pipeline.Crawler.Frontier;

/// <summary>A crawl under way in the frontier.</summary>
/// <param name="Number">Number under which the frontier's tables know it.</param>
/// <param name="Resumed">Whether an earlier process began it.</param>
internal sealed record CrawlRunState(long Number, Guid RunId, DateTimeOffset StartedAt, bool Resumed);
