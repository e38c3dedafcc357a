using System.Collections.Concurrent;
using Pipeline.Crawler.Politeness;

namespace Pipeline.Crawler.Frontier;

/// <summary>
/// Paces in the frontier's database: a pause that a host asked for outlives the process that was asked, and all processes keep one pace. A change
/// counts only when the row is still as it was read, so what this process read last is tried first, and mostly one statement is enough.
/// </summary>
internal sealed class SqlHostPaces(FrontierDatabase database, TimeProvider clock) : IHostPaceStore
{
    private static readonly Statement ReadStatement = new($"SELECT {PaceRow.Columns} FROM crawl_paces WHERE host = @p0");

    private static readonly Statement AddStatement = new(
        $"INSERT INTO crawl_paces ({PaceRow.Columns}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10) ON CONFLICT (host) DO NOTHING");

    private static readonly Statement ChangeStatement = new("""
        UPDATE crawl_paces SET version = version + 1, turns = @p2, started_at = @p3, seen_at = @p4, paused_until = @p5, pause_reason = @p6, crawl_delay = @p7, latency = @p8,
            strain = @p9, spread = @p10 WHERE host = @p0 AND version = @p1
        """);

    private readonly ConcurrentDictionary<string, Held> _held = new(StringComparer.Ordinal);

    // Visits of this process to one host take turns, so that only other processes can be faster.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    public async ValueTask<T> Change<T>(string host, Func<HostPace, (HostPace Next, T Result)> change, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(host, static _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellation);
        try
        {
            return await ChangeInTurn(host, change, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>As this process knows it; asked of the database only where it knows nothing yet. Whoever takes a turn is told by <see cref="Change"/>.</summary>
    public async ValueTask<HostPace> Read(string host, CancellationToken cancellation) =>
        (_held.TryGetValue(host, out var held) ? held : await Load(host, cancellation)).Pace;

    public ValueTask<IReadOnlyList<HostPace>> ReadAll(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<HostPace>>([.. _held.Values.Select(held => held.Pace)]);

    private async ValueTask<T> ChangeInTurn<T>(string host, Func<HostPace, (HostPace Next, T Result)> change, CancellationToken cancellation)
    {
        var isFresh = !_held.TryGetValue(host, out var held);
        held ??= await Load(host, cancellation);
        while (true)
        {
            var (next, result) = change(held.Pace);
            var isSame = ReferenceEquals(next, held.Pace) && !held.IsMended;
            if (isSame && isFresh || !isSame && await Write(held, next, cancellation))
                return result;
            // Another process was faster; or nothing may be done by what is remembered, and another may have changed that.
            (held, isFresh) = (await Load(host, cancellation), true);
        }
    }

    private async Task<Held> Load(string host, CancellationToken cancellation)
    {
        await database.Prepare(cancellation);
        var rows = await database.Use(connection => ReadStatement.Read(connection, database.KeepsConnection, PaceRow.Read, host), cancellation);
        var (stored, version) = rows.Count == 0 ? (HostPace.New(host), 0) : rows[0];
        var pace = stored.WithoutDead(clock.GetUtcNow(), LeaseOwner.IsDead);
        return _held[host] = new(pace, version, IsMended: !ReferenceEquals(pace, stored));
    }

    private async Task<bool> Write(Held held, HostPace next, CancellationToken cancellation)
    {
        var statement = held.Version == 0 ? AddStatement : ChangeStatement;
        var values = PaceRow.Of(next, held.Version == 0 ? 1 : held.Version);
        var written = await database.Use(connection => statement.Run(connection, null, database.KeepsConnection, values), cancellation);
        if (written == 1)
            _held[next.Host] = new(next, held.Version + 1, IsMended: false);
        return written == 1;
    }

    /// <param name="Version">As the row had it; 0 where there is none.</param>
    /// <param name="IsMended">Whether turns of dead processes were taken out, which the row does not know yet.</param>
    private sealed record Held(HostPace Pace, long Version, bool IsMended);
}
