namespace Pipeline.Crawler.Crawling;

/// <summary>What a source answers to a first look at its start addresses.</summary>
/// <param name="Problem">What is wrong and what to do; null when the source is fine.</param>
public sealed record SourceCheck(string Source, Uri Start, int Status, string Title, int Links, int ReportLinks, int Documents, string? Problem);
