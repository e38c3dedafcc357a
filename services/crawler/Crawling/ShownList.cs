using Pipeline.Crawler.Browsing;

namespace Pipeline.Crawler.Crawling;

/// <param name="Requests">Requests that the visit took.</param>
/// <param name="Trouble">What broke the visit off; null when nothing did.</param>
internal sealed record ShownList(LearnedList Learned, int Requests, string? Trouble);
