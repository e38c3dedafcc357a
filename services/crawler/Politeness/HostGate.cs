using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pipeline.Crawler.Politeness;

/// <summary>
/// The gate before every request: one turn per request, given when the host is ready. <see cref="HostPace"/> decides; this asks the clock and the store.
/// </summary>
/// <param name="store">Where paces are kept and shared.</param>
/// <param name="optionsOf">Options for a host: sources may set their own.</param>
public sealed partial class HostGate(IHostPaceStore store, Func<string, PaceOptions> optionsOf, TimeProvider clock, ILogger<HostGate>? logger = null)
{
    private readonly ILogger _log = logger ?? NullLogger<HostGate>.Instance;

    // Another process, or another task, gives a busy host's turn back without telling: look again this often.
    private static readonly TimeSpan BusyPoll = TimeSpan.FromMilliseconds(100);

    // Turns that could not be given back, because the store was away. This process lives, so nobody else takes them back; whoever looks at the host next does.
    private readonly ConcurrentDictionary<Guid, OwedTurn> _owed = new();

    /// <summary>When the host may be asked next, and why not now.</summary>
    public async ValueTask<HostReadiness> Readiness(string host, CancellationToken cancellation) =>
        Believed(await store.Read(host, cancellation)).Readiness(clock.GetUtcNow(), optionsOf(host));

    /// <summary>Hosts that have to wait, by the time at which they are ready: for the progress display.</summary>
    public async ValueTask<IReadOnlyList<HostReadiness>> Waiting(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var paces = await store.ReadAll(cancellation);
        return [.. paces.Select(pace => Believed(pace).Readiness(now, optionsOf(pace.Host))).Where(readiness => !readiness.IsReady).OrderBy(readiness => readiness.At)];
    }

    /// <summary>Requests that may be under way to the host at a time.</summary>
    public int ConnectionsTo(string host) => optionsOf(host).Connections;

    /// <summary>Takes a turn if the host is ready; else the entry says when it is and why.</summary>
    public async ValueTask<PaceEntry> TryEnter(string host, CancellationToken cancellation)
    {
        var options = optionsOf(host);
        var owed = _owed.Values.Where(owed => owed.Turn.Host == host).ToList();
        var entry = await store.Change(host, pace => Believed(pace).Start(clock.GetUtcNow(), Guid.NewGuid(), Random.Shared.NextDouble(), options), cancellation);
        // Those that an entry could not settle are settled by the next, or lapse.
        if (entry.Turn is not null)
            owed.ForEach(settled => _owed.TryRemove(settled.Turn.Id, out _));
        return entry;
    }

    /// <summary>Waits for a turn.</summary>
    public async ValueTask<PaceTurn> Enter(string host, CancellationToken cancellation)
    {
        while (true)
        {
            var entry = await TryEnter(host, cancellation);
            if (entry.Turn is { } turn)
                return turn;
            var wait = entry.Readiness.At - clock.GetUtcNow();
            if (entry.Readiness.Reason == WaitReason.Busy && wait > BusyPoll)
                wait = BusyPoll;
            // A timer counts whole milliseconds: rounding up spares a second round.
            if (wait > TimeSpan.Zero)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, cancellation);
        }
    }

    /// <summary>Gives a turn back with what was learned. Call it for every turn taken, whatever happened; it is short, so do not cancel it.</summary>
    public async ValueTask Leave(PaceTurn turn, PaceSignal signal)
    {
        var (options, now) = (optionsOf(turn.Host), clock.GetUtcNow());
        try
        {
            await store.Change(turn.Host, pace => (pace.End(turn.Id, now, signal, options), true), CancellationToken.None);
        }
        catch
        {
            _owed[turn.Id] = new(turn, signal, now);
            throw;
        }
    }

    /// <summary>Takes over the Crawl-delay of the host's robots.txt; null when it has none.</summary>
    public async ValueTask SetCrawlDelay(string host, TimeSpan? delay, CancellationToken cancellation) =>
        await store.Change(host, pace => (pace.CrawlDelay == delay ? pace : pace with { CrawlDelay = delay }, true), cancellation);

    private HostPace Believed(HostPace pace)
    {
        var (now, options) = (clock.GetUtcNow(), optionsOf(pace.Host));
        if (pace.FurthestAhead(now, options) is { } ahead)
            NotBelieved(pace.Host, ahead);
        return Settled(pace).WithoutFuture(now, options);
    }

    private HostPace Settled(HostPace pace) => _owed.Values
        .Where(owed => pace.Turns.Any(turn => turn.Id == owed.Turn.Id))
        .Aggregate(pace, (settled, owed) => settled.End(owed.Turn.Id, owed.EndedAt, owed.Signal, optionsOf(pace.Host)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The pace of {Host} speaks of {Ahead:u}, which no right clock has written: it is forgotten. Look at the clocks of the machines that crawl")]
    private partial void NotBelieved(string host, DateTimeOffset ahead);

    private sealed record OwedTurn(PaceTurn Turn, PaceSignal Signal, DateTimeOffset EndedAt);
}
