using System.Collections.Concurrent;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Politeness;

namespace Pipeline.Crawler.Robots;

/// <summary>Knows the robots.txt of every host asked about, and asks for it once however many wait.</summary>
/// <param name="fetcher">One that keeps every host's pace.</param>
/// <param name="gate">Learns the Crawl-delays.</param>
/// <param name="agent">Our product token.</param>
internal sealed class RobotsCache(IFetcher fetcher, HostGate gate, RobotsOptions options, RetryPolicy retries, UserAgent agent, TimeProvider clock) : IRobots
{
    private readonly ConcurrentDictionary<string, Lazy<Task<RobotsEntry>>> _entries = new(StringComparer.Ordinal);
    private readonly RobotsDownload _download = new(fetcher, options, retries, agent.Product, clock);

    public async ValueTask<RobotsVerdict> Judge(Uri url, CancellationToken cancellation)
    {
        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            return new(false, $"'{url.Scheme}' is not a scheme that robots.txt speaks of, nor one that is fetched");
        if (url.AbsolutePath == "/robots.txt")
            return new(true, "robots.txt itself may always be requested");
        var entry = await Entry(url, cancellation);
        if (entry.Rules is not { } rules)
            return new(false, entry.Reason!, entry.ExpiresAt);
        var rule = rules.Deciding(url.PathAndQuery);
        return new(rule is not { IsAllow: false }, rule?.ToString() ?? entry.Reason ?? "no rule of robots.txt speaks of it");
    }

    public async ValueTask<IReadOnlyList<Uri>> Sitemaps(Uri url, CancellationToken cancellation)
    {
        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            return [];
        var sitemaps = new List<Uri>();
        // The standard wants absolute addresses; some files hold paths.
        foreach (var value in (await Entry(url, cancellation)).Rules?.Sitemaps ?? [])
            if (Uri.TryCreate(url, value, out var sitemap) && !sitemaps.Contains(sitemap))
                sitemaps.Add(sitemap);
        return sitemaps;
    }

    public async ValueTask<TimeSpan?> CrawlDelay(Uri url, CancellationToken cancellation) => (await Entry(url, cancellation)).Rules?.CrawlDelay;

    public void Doubt(Uri url)
    {
        if (Known(url, out var origin) is { Value.Result: { Rules: not null } entry } known)
            _entries.TryUpdate(origin, Asking(origin, entry, CancellationToken.None), known);
    }

    public void Forgive(Uri url)
    {
        if (Known(url, out var origin) is { Value.Result.Rules: null } known)
            _entries.TryRemove(new(origin, known));
    }

    private Lazy<Task<RobotsEntry>>? Known(Uri url, out string origin)
    {
        origin = url.GetLeftPart(UriPartial.Authority);
        return _entries.TryGetValue(origin, out var known) && known is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? known : null;
    }

    private async ValueTask<RobotsEntry> Entry(Uri url, CancellationToken cancellation)
    {
        var origin = url.GetLeftPart(UriPartial.Authority);
        while (true)
        {
            if (!_entries.TryGetValue(origin, out var known))
                known = _entries.GetOrAdd(origin, Asking(origin, null, cancellation));
            try
            {
                var entry = await known.Value.WaitAsync(cancellation);
                if (entry.ExpiresAt > clock.GetUtcNow())
                    return entry;
                _entries.TryUpdate(origin, Asking(origin, entry, cancellation), known);
            }
            catch (Exception) when (known.Value.IsFaulted || known.Value.IsCanceled)
            {
                // Whoever asked was called off, or our own code failed: the next one asks anew, and only the first sees the exception.
                _entries.TryRemove(new(origin, known));
                cancellation.ThrowIfCancellationRequested();
                if (known.Value.IsFaulted)
                    throw;
            }
        }
    }

    private Lazy<Task<RobotsEntry>> Asking(string origin, RobotsEntry? before, CancellationToken cancellation) => new(async () =>
    {
        var robots = new Uri(new Uri(origin), "/robots.txt");
        var entry = await _download.Run(robots, before, cancellation);
        await gate.SetCrawlDelay(HostName.Of(robots), entry.Rules?.CrawlDelay, cancellation);
        return entry;
    });
}
