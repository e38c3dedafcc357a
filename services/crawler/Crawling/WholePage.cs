using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Crawling;

/// <summary>A page as it is handed over.</summary>
/// <param name="Answer">Its bytes, or those of one file with its pictures.</param>
/// <param name="Requests">Requests for its pictures.</param>
/// <param name="IsWhole">Whether no picture is missing that another night may bring.</param>
public sealed record WholePage(Answered Answer, int Requests, bool IsWhole);
