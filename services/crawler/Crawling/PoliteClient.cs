using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Politeness;
using Pipeline.Crawler.Robots;

namespace Pipeline.Crawler.Crawling;

/// <summary>The web as a crawl may use it: each request at its host's pace, and what robots.txt says of it.</summary>
public sealed class PoliteClient(IFetcher fetcher, IRobots robots, HostGate gate)
{
    /// <summary>Makes one request when its host's turn comes. Judge the address first.</summary>
    public async Task<FetchResponse> Fetch(FetchRequest request, CancellationToken cancellation)
    {
        var answer = await fetcher.Fetch(request, cancellation);
        if (answer is Unanswered { IsNobodyThere: true })
            robots.Doubt(request.Url);
        return answer;
    }

    /// <summary>Call it when a crawl comes to a host: one that could not be asked before is asked again.</summary>
    public void Forgive(Uri url) => robots.Forgive(url);

    public ValueTask<RobotsVerdict> Judge(Uri url, CancellationToken cancellation) => robots.Judge(url, cancellation);

    public ValueTask<IReadOnlyList<Uri>> Sitemaps(Uri url, CancellationToken cancellation) => robots.Sitemaps(url, cancellation);

    /// <summary>Crawl-delay that the host's robots.txt states for us; null for none.</summary>
    public ValueTask<TimeSpan?> CrawlDelay(Uri url, CancellationToken cancellation) => robots.CrawlDelay(url, cancellation);

    public ValueTask<HostReadiness> Readiness(string host, CancellationToken cancellation) => gate.Readiness(host, cancellation);

    /// <summary>Hosts that have to wait, by the time at which they are ready.</summary>
    public ValueTask<IReadOnlyList<HostReadiness>> Waiting(CancellationToken cancellation) => gate.Waiting(cancellation);

    /// <summary>Requests that may be under way to the host at a time.</summary>
    public int ConnectionsTo(string host) => gate.ConnectionsTo(host);
}
