using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Politeness;
using Pipeline.Crawler.Robots;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>The visit to one leased host: its best addresses one after another, until none is ready or others shall have their turn.</summary>
internal sealed class HostWorker(
    HostLease lease, CrawlRunState run, UrlFrontier queue, HostLeases leases, HostGate gate, IRobots robots, PageCrawl pages, ProgressTracker pulse,
    IReadOnlyDictionary<string, Source> sources, int connections, TimeProvider clock)
{
    // Then other hosts that wait get the place; a host with more to give is claimed again.
    private const int LongestTurn = 200;

    // A host that wants a longer pause is given back meanwhile.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    // Whoever asks for a longer pause is asked again the next night: a crawl ends.
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    public async Task Run(CancellationToken cancellation)
    {
        var notBefore = clock.GetUtcNow();
        try
        {
            var memory = new HostSession(new TrapGuard(await queue.Shapes(lease.Host, cancellation)));
            if (lease.IsNew)
                await Open(cancellation);
            notBefore = await VisitAll(memory, cancellation);
        }
        finally
        {
            await leases.Release(lease.Host, notBefore, CancellationToken.None);
        }
    }

    private async Task<DateTimeOffset> VisitAll(HostSession memory, CancellationToken cancellation)
    {
        var running = new Dictionary<long, Task>();
        for (var turn = 0; turn < LongestTurn;)
        {
            var readiness = await gate.Readiness(lease.Host, cancellation);
            if (running.Count == 0 && readiness.At - clock.GetUtcNow() > LongestWait)
                return await Pause(readiness.At, $"the host asks for a pause until {readiness.At:u}", cancellation);
            // Those that end while the queue is read still stand in what it gives: they count as under way until the next round.
            var batch = await queue.Best(run.Number, lease.Host, running.Count + 1, cancellation);
            var next = batch.FirstOrDefault(known => !running.ContainsKey(known.Key));
            if (next is null && running.Count == 0)
                return await queue.NextAt(run.Number, lease.Host, cancellation) is { } at ? await Pause(at, $"asks for a pause until {at:u}", cancellation) : clock.GetUtcNow();
            if (next is not null)
            {
                running[next.Key] = VisitOne(next, memory, cancellation);
                turn++;
            }

            if (next is null || running.Count >= connections)
            {
                await await Task.WhenAny(running.Values);
            }

            foreach (var (key, _) in running.Where(pair => pair.Value.IsCompletedSuccessfully).ToList())
                running.Remove(key);
        }

        await Task.WhenAll(running.Values);
        return clock.GetUtcNow();
    }

    private async Task<DateTimeOffset> Pause(DateTimeOffset until, string reason, CancellationToken cancellation)
    {
        if (until - clock.GetUtcNow() > LongestPause)
            await queue.GiveUp(run.Number, lease.Host, reason, cancellation);
        return until;
    }

    private async Task VisitOne(KnownUrl known, HostSession memory, CancellationToken cancellation)
    {
        var source = sources[known.Source];
        var visit = pulse.RequestsOf(source.Name) >= source.MaxPages
            ? await pages.LeaveAlone(known, $"beyond the limit of {source.MaxPages} requests")
            : await pages.Make(known, source, memory, cancellation);
        if (visit is not null)
            pulse.Note(visit);
    }

    // Sitemaps are the surest list there is: those that robots.txt names, else the one at the usual place.
    private async Task Open(CancellationToken cancellation)
    {
        if (await queue.Best(run.Number, lease.Host, 1, cancellation) is not [var first])
            return;
        var named = await robots.Sitemaps(first.Url, cancellation);
        var sitemaps = named.Count > 0 ? named : [new Uri(first.Url, "/sitemap.xml")];
        await queue.Add(run.Number, [.. sitemaps.Where(url => HostName.Of(url) == lease.Host).Select(url => KnownSitemap(url, first))], cancellation);
        await leases.Opened(run.Number, lease.Host, cancellation);
    }

    private static KnownUrl KnownSitemap(Uri url, KnownUrl first) => new()
    {
        Key = UrlKey.Of(url),
        Host = first.Host,
        Source = first.Source,
        Url = url,
        Kind = Discovery.LinkKind.Sitemap,
        Score = 97,
        Flags = UrlFlags.InSitemap,
        Depth = 0,
        UnproductiveHops = 0,
    };
}
