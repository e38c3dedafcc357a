using System.Collections.Concurrent;
using Dapper;
using Pipeline.Crawler.Politeness;
using Pipeline.Database;

namespace Pipeline.Crawler.Frontier;

/// <summary>
/// Shares the hosts of a crawl among processes: one host, one process at a time. That keeps a host's pace across processes, and no address needs
/// a lock of its own. A lease of a process that died ends by itself.
/// </summary>
public sealed class HostLeases(FrontierDatabase database, TimeProvider clock)
{
    /// <summary>Renew more often than this. Long enough for one slow answer, short enough for a process that died.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    // A host rests a day at most, and a lease lasts minutes. What a process wrote whose clock was ahead by more is not believed: it would shut the host out for as long.
    internal static readonly TimeSpan LongestBelieved = TimeSpan.FromHours(25);

    // Hosts that could not be given back, because the database was away: this process lives, so that their leases would keep everybody off until they end.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _owed = new(StringComparer.Ordinal);

    /// <summary>Takes hosts that have addresses to visit and that nobody holds, those longest unserved first.</summary>
    public Task<IReadOnlyList<HostLease>> Claim(long run, int limit, CancellationToken cancellation) => database.Transact<IReadOnlyList<HostLease>>(
        async (connection, transaction) =>
        {
            var now = clock.GetUtcNow();
            var rows = await connection.QueryAsync<(string Host, long OpenedRun)>(
                $"""
                UPDATE crawl_hosts SET lease_owner = @owner, lease_until = @until, served_at = @now WHERE host IN (
                    SELECT h.host FROM crawl_hosts h
                    WHERE (h.lease_until < @now OR h.lease_until > @ahead) AND (h.not_before <= @now OR h.not_before > @ahead)
                        AND EXISTS (SELECT 1 FROM crawl_urls u WHERE u.queued > 0 AND u.queued = @run AND u.host = h.host AND (u.not_before <= @now OR u.not_before > @ahead))
                    ORDER BY h.served_at LIMIT @limit {(database.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "")})
                RETURNING host, opened_run
                """,
                new { run, owner = LeaseOwner.Own, now = StoredTime.Milliseconds(now), until = StoredTime.Milliseconds(now + Length), ahead = StoredTime.Milliseconds(now + LongestBelieved), limit },
                transaction);
            return [.. rows.Select(row => new HostLease(row.Host, row.OpenedRun != run))];
        },
        cancellation);

    public Task Renew(IReadOnlyCollection<string> hosts, CancellationToken cancellation) => database.Transact(
        (connection, transaction) => connection.ExecuteAsync(
            "UPDATE crawl_hosts SET lease_until = @Until WHERE host = @Host AND lease_owner = @Owner",
            hosts.Select(host => new { Until = StoredTime.Milliseconds(clock.GetUtcNow() + Length), Host = host, Owner = LeaseOwner.Own }), transaction),
        cancellation);

    /// <summary>Notes that the host was visited first in this crawl, so that its sitemaps are asked for once.</summary>
    public Task Opened(long run, string host, CancellationToken cancellation) => database.Use(
        connection => connection.ExecuteAsync("UPDATE crawl_hosts SET opened_run = @run WHERE host = @host", new { run, host }), cancellation);

    /// <param name="notBefore">When the host may be visited again.</param>
    public async Task Release(string host, DateTimeOffset notBefore, CancellationToken cancellation)
    {
        _owed[host] = notBefore;
        await database.Use(
            connection => connection.ExecuteAsync(
                "UPDATE crawl_hosts SET lease_until = 0, lease_owner = NULL, not_before = @notBefore WHERE host = @host AND lease_owner = @owner",
                new { host, notBefore = StoredTime.Milliseconds(notBefore), owner = LeaseOwner.Own }),
            cancellation);
        _owed.TryRemove(host, out _);
    }

    /// <summary>
    /// Ends the leases of processes of this machine that are no more, and those of this process that could not be given back, so that a crawl goes on at
    /// once after a kill and after the database was away.
    /// </summary>
    public async Task ReleaseDead(CancellationToken cancellation)
    {
        foreach (var (host, notBefore) in _owed.ToArray())
            await Release(host, notBefore, cancellation);
        await database.Use(
            async connection =>
            {
                var owners = await connection.QueryAsync<string>("SELECT DISTINCT lease_owner FROM crawl_hosts WHERE lease_owner IS NOT NULL");
                foreach (var owner in owners.Where(LeaseOwner.IsDead))
                    await connection.ExecuteAsync("UPDATE crawl_hosts SET lease_until = 0, lease_owner = NULL WHERE lease_owner = @owner", new { owner });
                return 0;
            },
            cancellation);
    }
}
