using Pipeline.Crawler.Crawling;

namespace Pipeline.Host.Display;

/// <summary>Shows how a crawl goes on standard error.</summary>
internal interface ICrawlDisplay : IProgress<CrawlProgress>
{
    /// <param name="waiting">Documents fetched whose result is not stored yet.</param>
    void Reading(long waiting);

    /// <summary>Runs the work while showing it.</summary>
    Task<T> Show<T>(Func<Task<T>> work);
}
