using System.Collections.Concurrent;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Politeness;

namespace Pipeline.Crawler.Crawling;

/// <summary>Counts what a crawl does while it does it, for the progress display.</summary>
internal sealed class ProgressTracker(TimeProvider clock)
{
    // Long enough to be steady at one request a second, short enough to show a standstill.
    private static readonly TimeSpan RateSpan = TimeSpan.FromSeconds(10);

    private readonly long _started = clock.GetTimestamp();
    private readonly ConcurrentDictionary<string, HostCounts> _hosts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _requestsBySource = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _exploredBySource = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<long> _recent = new();
    private int _requests;
    private int _found;
    private int _new;
    private int _failed;

    /// <summary>Documents found by this process.</summary>
    public int Found => Volatile.Read(ref _found);

    public int RequestsOf(string source) => _requestsBySource.GetValueOrDefault(source);

    /// <summary>Requests of a source to what nothing named.</summary>
    public int ExploredOf(string source) => _exploredBySource.GetValueOrDefault(source);

    /// <summary>Requests to one host that ended in this process.</summary>
    public int RequestsTo(string host) => _hosts.TryGetValue(host, out var counts) ? counts.Requests : 0;

    /// <summary>Takes over what an earlier process of the same crawl asked for.</summary>
    public void Begin(string source, int requests, int explored) => (_requestsBySource[source], _exploredBySource[source]) = (requests, explored);

    public void Note(Visit visit)
    {
        if (visit.Requests > 0)
        {
            Interlocked.Add(ref _requests, visit.Requests);
            _requestsBySource.AddOrUpdate(visit.Url.Source, visit.Requests, (_, count) => count + visit.Requests);
            if (visit.IsExploring)
                _exploredBySource.AddOrUpdate(visit.Url.Source, visit.Requests, (_, count) => count + visit.Requests);
            _recent.Enqueue(clock.GetTimestamp());
            _hosts.AddOrUpdate(visit.Url.Host, _ => new(visit.Url.Source, visit.Requests, visit.Url.Url), (_, pulse) => new(visit.Url.Source, pulse.Requests + visit.Requests, visit.Url.Url));
        }

        if (visit.IsDocument)
            Interlocked.Increment(ref _found);
        if (visit.Outcome is VisitOutcome.New or VisitOutcome.Changed)
            Interlocked.Increment(ref _new);
        if (visit.Outcome is VisitOutcome.Failed or VisitOutcome.Unusable or VisitOutcome.RobotsUnreachable)
            Interlocked.Increment(ref _failed);
    }

    /// <param name="queued">Addresses still to visit.</param>
    /// <param name="readiness">Why hosts wait, by host.</param>
    public CrawlProgress Take(int queued, IReadOnlyDictionary<string, HostReadiness> readiness)
    {
        var elapsed = clock.GetElapsedTime(_started);
        while (_recent.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) > RateSpan)
            _recent.TryDequeue(out _);
        var span = elapsed < RateSpan ? elapsed : RateSpan;
        var hosts = _hosts.Select(pair => new HostProgress(
            pair.Key, pair.Value.Source, pair.Value.Requests,
            readiness.TryGetValue(pair.Key, out var waiting) ? waiting.Reason : WaitReason.Ready, waiting?.At, pair.Value.Current));
        return new(elapsed, _requests, span > TimeSpan.Zero ? _recent.Count / span.TotalSeconds : 0, _found, _new, _failed, queued, [.. hosts.OrderByDescending(host => host.Requests)]);
    }

    private sealed record HostCounts(string Source, int Requests, Uri Current);
}
