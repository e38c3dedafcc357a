using Pipeline.Crawler.Politeness;

namespace Pipeline.Crawler.Crawling;

/// <summary>How a crawl stands, about once a second.</summary>
/// <param name="Requests">Made so far, robots.txt not counted.</param>
/// <param name="PerSecond">Requests a second over the last seconds.</param>
/// <param name="Found">Documents that may hold a report, known or new.</param>
/// <param name="New">Those of them that were new or changed.</param>
/// <param name="Queued">Addresses still to visit.</param>
/// <param name="Hosts">Hosts under way, the busiest first.</param>
public sealed record CrawlProgress(
    TimeSpan Elapsed, int Requests, double PerSecond, int Found, int New, int Failed, int Queued, IReadOnlyList<HostProgress> Hosts);

/// <summary>How the visit to one host stands.</summary>
/// <param name="Waiting">What it waits for; ready while a request is under way.</param>
/// <param name="Until">End of the wait, as far as it is known.</param>
/// <param name="Current">Address asked for last.</param>
public sealed record HostProgress(string Host, string Source, int Requests, WaitReason Waiting, DateTimeOffset? Until, Uri? Current);
