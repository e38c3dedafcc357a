using Pipeline.Crawler.Browsing;

namespace Pipeline.Crawler.Crawling;

/// <param name="Requests">Requests that the visit took.</param>
/// <param name="Trouble">What broke the visit off; null when nothing did.</param>
internal sealed record ShownList(LearnedList Learned, int Requests, string? Trouble)
{
    /// <summary>A page's reason, where the visit showed no rows either.</summary>
    public static string InVain(string reason, string? trouble) => $"{reason}, and a browser showed none{(trouble is null ? "" : $": {trouble}")}";
}
