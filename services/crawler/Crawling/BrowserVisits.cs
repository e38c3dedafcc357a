using System.Collections.Concurrent;

namespace Pipeline.Crawler.Crawling;

/// <summary>Counts how often a browser was opened on each host during one crawl.</summary>
internal sealed class BrowserVisits
{
    // A host with more lists than this that only a browser can learn is shown over several nights.
    public const int MostPerHost = 20;

    private readonly ConcurrentDictionary<string, int> _visits = new(StringComparer.Ordinal);

    /// <summary>Takes one of the host's visits; false when they are spent.</summary>
    public bool Take(string host) => _visits.AddOrUpdate(host, 1, (_, count) => count + 1) <= MostPerHost;
}
