using System.Collections.Concurrent;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Politeness;
using Pipeline.Crawler.Robots;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>Hands hosts out to visits until nothing of the crawl is queued any more, here or in another process.</summary>
internal sealed class HostScheduler
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    // Another process may finish what it holds, or a lease may end: look again this often at the latest.
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(2);

    private readonly CrawlRunState _run;
    private readonly CrawlRunRepository _book;
    private readonly UrlFrontier _queue;
    private readonly HostLeases _leases;
    private readonly IRobots _robots;
    private readonly HostGate _gate;
    private readonly SourcePaces _paces;
    private readonly PageCrawl _pages;
    private readonly ProgressTracker _pulse;
    private readonly CrawlOptions _options;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, Source> _sources;
    private readonly ConcurrentDictionary<string, Task> _visits = new(StringComparer.Ordinal);

    public HostScheduler(
        CrawlRunState run, CrawlPlan plan, CrawlRunRepository book, UrlFrontier queue, HostLeases leases, IFetcher fetcher, IRobots robots, HostGate gate, RetryPolicy retries,
        AddressPolicy addresses, SourcePaces paces, DocumentDelivery desk, CrawlOptions options, ProgressTracker pulse, TimeProvider clock)
    {
        (_run, _book, _queue, _leases, _robots, _gate, _paces, _pulse, _options, _clock) = (run, book, queue, leases, robots, gate, paces, pulse, options, clock);
        _sources = plan.Sources.ToDictionary(source => source.Name, StringComparer.Ordinal);
        var scope = new SourceScope(plan.Sources);
        _pages = new PageCrawl(fetcher, robots, retries, queue, desk, new LinkFilter(scope, addresses), new RedirectPolicy(scope, addresses), run, clock);
    }

    public async Task Run(IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var side = Task.WhenAll(KeepLeases(stop.Token), Tell(progress, stop.Token));
        try
        {
            await Serve(stop.Token);
            await Report(progress, cancellation);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll([side, .. _visits.Values]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Serve(CancellationToken cancellation)
    {
        while (true)
        {
            foreach (var host in _visits.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToList())
                if (_visits.TryRemove(host, out var done))
                    await done;
            var free = _options.Hosts - _visits.Count;
            // Begun even when the crawl is being stopped meanwhile: the visit gives its host back.
            foreach (var lease in free > 0 ? await _leases.Claim(_run.Number, free, cancellation) : [])
                _visits[lease.Host] = Task.Run(() => Visit(lease, cancellation), CancellationToken.None);
            if (_visits.IsEmpty && await _book.NextAt(_run.Number, cancellation) is not { } at)
                return;
            await Task.WhenAny([Nap(cancellation), .. _visits.Values]);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private Task Nap(CancellationToken cancellation) => Task.Delay(_visits.IsEmpty ? TimeSpan.FromMilliseconds(200) : LongestNap, _clock, cancellation);

    private Task Visit(HostLease lease, CancellationToken cancellation) =>
        new HostWorker(lease, _run, _queue, _leases, _gate, _robots, _pages, _pulse, _sources, _paces.Of(lease.Host).Connections, _clock).Run(cancellation);

    private async Task KeepLeases(CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(HostLeases.Length / 4, _clock, cancellation);
            string[] held = [.. _visits.Keys];
            if (held.Length > 0)
                await _leases.Renew(held, cancellation);
        }
    }

    private async Task Tell(IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        while (progress is not null)
        {
            await Task.Delay(ProgressEvery, _clock, cancellation);
            await Report(progress, cancellation);
        }
    }

    private async Task Report(IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        if (progress is null)
            return;
        var waiting = (await _gate.Waiting(cancellation)).ToDictionary(readiness => readiness.Host, StringComparer.Ordinal);
        progress.Report(_pulse.Take(await _book.Queued(_run.Number, cancellation), waiting));
    }
}
