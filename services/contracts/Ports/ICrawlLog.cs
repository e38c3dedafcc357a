namespace Pipeline.Contracts.Ports;

/// <summary>Tells what a crawl did at a source, address by address.</summary>
public interface ICrawlLog
{
    /// <returns>The last visits that the crawl settled there, the newest first; an address that a later crawl visited again stands in the log of that one.</returns>
    /// <param name="run">Number of the crawl, as <see cref="OpenRun.Number"/>.</param>
    Task<IReadOnlyList<CrawlLine>> Last(long run, string source, int most, CancellationToken cancellation);
}

/// <summary>One visit.</summary>
/// <param name="Outcome">What it came to: read, new, changed, unchanged, redirected, gone, dead_link, left_alone, failed, blocked, login, soft_not_found, refused_by_robots, refused_by_policy, robots_unreachable.</param>
/// <param name="Reason">Why, in a line; null where the outcome says it.</param>
public sealed record CrawlLine(DateTimeOffset At, string Url, string Outcome, string? Reason);
