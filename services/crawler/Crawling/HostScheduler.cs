using System.Collections.Concurrent;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>Hands hosts out to workers until nothing of the crawl is queued any more, here or in another process.</summary>
/// <param name="most">Hosts visited at the same time.</param>
internal sealed class HostScheduler(ActiveCrawl crawl, CrawlFrontier frontier, PoliteClient web, HostWorker worker, int most, TimeProvider clock)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    // Another process may finish what it holds, or a lease may end: look again this often at the latest.
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Task> _visits = new(StringComparer.Ordinal);

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
            var free = most - _visits.Count;
            // Begun even when the crawl is being stopped meanwhile: the visit gives its host back.
            foreach (var lease in free > 0 ? await frontier.Leases.Claim(crawl.Number, free, cancellation) : [])
                _visits[lease.Host] = Task.Run(() => worker.Run(lease, cancellation), CancellationToken.None);
            if (_visits.IsEmpty && await frontier.Runs.NextAt(crawl.Number, cancellation) is not { } at)
                return;
            await Task.WhenAny([Nap(cancellation), .. _visits.Values]);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private Task Nap(CancellationToken cancellation) => Task.Delay(_visits.IsEmpty ? TimeSpan.FromMilliseconds(200) : LongestNap, clock, cancellation);

    private async Task KeepLeases(CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(HostLeases.Length / 4, clock, cancellation);
            string[] held = [.. _visits.Keys];
            if (held.Length > 0)
                await frontier.Leases.Renew(held, cancellation);
        }
    }

    private async Task Tell(IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        while (progress is not null)
        {
            await Task.Delay(ProgressEvery, clock, cancellation);
            await Report(progress, cancellation);
        }
    }

    private async Task Report(IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        if (progress is null)
            return;
        var waiting = (await web.Waiting(cancellation)).ToDictionary(readiness => readiness.Host, StringComparer.Ordinal);
        var state = crawl.Progress.Take(await frontier.Runs.Queued(crawl.Number, cancellation), waiting);
        CrawlerMetrics.Queued(state.Queued);
        progress.Report(state);
    }
}
