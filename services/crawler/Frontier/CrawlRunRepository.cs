using System.Data.Common;
using Dapper;

namespace Pipeline.Crawler.Frontier;

/// <summary>Begins, resumes and ends crawls, and tells how they stand.</summary>
public sealed class CrawlRunRepository(FrontierDatabase database, TimeProvider clock)
{
    // A crawl that stopped longer ago is not gone on with: what it left is queued anew with everything that has come due since.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(20);

    // No address rests longer than a month: what is due later was written by a clock that was ahead, and would never be asked for again.
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(60);

    /// <summary>Goes on with the unfinished crawl of the same plan, or begins one: every address of its sources that is due is queued.</summary>
    /// <param name="plan">Name that tells the plan from others.</param>
    public Task<CrawlRunState> Begin(string plan, IReadOnlyCollection<string> sources, CancellationToken cancellation) => database.Transact(
        async (connection, transaction) =>
        {
            var now = clock.GetUtcNow();
            // Processes that start together shall find one crawl; SQLite's transactions exclude one another without it.
            if (database.IsPostgres)
                await connection.ExecuteAsync("LOCK TABLE crawl_rounds IN EXCLUSIVE MODE", transaction: transaction);
            var open = await connection.QueryFirstOrDefaultAsync<(long Run, string RunId, long StartedAt)>(
                "SELECT run, run_id, started_at FROM crawl_rounds WHERE plan = @plan AND ended_at = 0 AND started_at > @since ORDER BY run DESC LIMIT 1",
                new { plan, since = StoredMoment.Of(now - LongestPause) }, transaction);
            if (open.RunId is not null)
                return new CrawlRunState(open.Run, Guid.Parse(open.RunId), StoredMoment.Read(open.StartedAt), Resumed: true);
            var id = Guid.NewGuid();
            var run = await connection.ExecuteScalarAsync<long>(
                "INSERT INTO crawl_rounds (run_id, plan, started_at) VALUES (@id, @plan, @now) RETURNING run", new { id = id.ToString(), plan, now = StoredMoment.Of(now) }, transaction);
            // Each night gives what brought nothing half of its chances back: a column that was empty may fill.
            await connection.ExecuteAsync("UPDATE crawl_shapes SET barren = barren / 2", transaction: transaction);
            foreach (var source in sources)
                await connection.ExecuteAsync(
                    "UPDATE crawl_urls SET queued = @run, attempts = 0, not_before = 0 WHERE source = @source AND (due_at <= @now OR due_at > @ahead OR queued > 0)",
                    new { run, source, now = StoredMoment.Of(now), ahead = StoredMoment.Of(now + LongestRest) }, transaction);
            return new CrawlRunState(run, id, now, Resumed: false);
        },
        cancellation);

    /// <summary>Whether a crawl of the plan stopped before its end, not too long ago to go on with it.</summary>
    public Task<bool> IsUnfinished(string plan, CancellationToken cancellation) => database.Use(
        async connection => await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM crawl_rounds WHERE plan = @plan AND ended_at = 0 AND started_at > @since", new { plan, since = StoredMoment.Of(clock.GetUtcNow() - LongestPause) }) > 0,
        cancellation);

    public Task End(long run, CancellationToken cancellation) => database.Use(
        connection => connection.ExecuteAsync("UPDATE crawl_rounds SET ended_at = @now WHERE run = @run", new { run, now = StoredMoment.Of(clock.GetUtcNow()) }), cancellation);

    /// <summary>The crawls that ended last, the latest first.</summary>
    public Task<IReadOnlyList<EndedRun>> Ended(int limit, CancellationToken cancellation) => database.Use<IReadOnlyList<EndedRun>>(
        async connection => [.. (await connection.QueryAsync<(string RunId, long EndedAt)>("SELECT run_id, ended_at FROM crawl_rounds WHERE ended_at > 0 ORDER BY run DESC LIMIT @limit", new { limit }))
            .Select(run => new EndedRun(Guid.Parse(run.RunId), StoredMoment.Read(run.EndedAt)))],
        cancellation);

    /// <summary>Addresses still to visit.</summary>
    public Task<int> Queued(long run, CancellationToken cancellation) => database.Use(
        connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM crawl_urls WHERE queued > 0 AND queued = @run", new { run }), cancellation);

    /// <summary>When the next host that has to wait is ready, or its lease ends; null when nothing is queued.</summary>
    public Task<DateTimeOffset?> NextAt(long run, CancellationToken cancellation) => database.Use(
        async connection => await connection.ExecuteScalarAsync<long?>(
            """
            SELECT MIN(CASE WHEN h.lease_until > h.not_before AND h.lease_until > w.at THEN h.lease_until WHEN h.not_before > w.at THEN h.not_before ELSE w.at END)
            FROM (SELECT host, MIN(not_before) AS at FROM crawl_urls WHERE queued > 0 AND queued = @run GROUP BY host) w JOIN crawl_hosts h ON h.host = w.host
            """,
            new { run }) is { } at ? StoredMoment.Read(at) : (DateTimeOffset?)null,
        cancellation);

    /// <summary>Outcomes of the crawl's visits, counted.</summary>
    public Task<IReadOnlyList<OutcomeCount>> Outcomes(long run, CancellationToken cancellation) => Rows<OutcomeCount>(
        "SELECT source AS Source, outcome AS Outcome, CASE WHEN outcome = 13 THEN reason ELSE NULL END AS Reason, COUNT(*) AS Count FROM crawl_urls WHERE run > 0 AND run = @run GROUP BY 1, 2, 3", run, cancellation);

    /// <summary>Requests, bytes and documents by source.</summary>
    public Task<IReadOnlyList<SourceTally>> Tallies(long run, CancellationToken cancellation) => Rows<SourceTally>(
        "SELECT source AS Source, requests AS Requests, bytes AS Bytes, documents AS Documents, lists AS Lists, lost_lists AS LostLists FROM crawl_tallies WHERE run = @run", run, cancellation);

    /// <summary>Addresses that ended badly, with their reasons.</summary>
    public Task<IReadOnlyList<TroubledUrl>> Troubles(long run, int limit, CancellationToken cancellation) => Rows<TroubledUrl>(
        $"SELECT source AS Source, url AS Url, outcome AS Outcome, reason AS Reason FROM crawl_urls WHERE run > 0 AND run = @run AND outcome BETWEEN 5 AND 11 ORDER BY source, outcome, url LIMIT {limit.ToString(System.Globalization.CultureInfo.InvariantCulture)}", run, cancellation);

    /// <summary>Links that announce reports and lead to hosts that no source names.</summary>
    public Task<IReadOnlyList<SourceLead>> Leads(long run, CancellationToken cancellation) => Rows<SourceLead>(
        "SELECT source AS Source, host AS Host, links AS Links, followed AS Followed, sample AS Sample FROM crawl_leads WHERE run = @run ORDER BY source, links DESC, host", run, cancellation);

    /// <summary>Pages that were read for this reason.</summary>
    public Task<IReadOnlyList<SourceAddress>> ReadAs(long run, string reason, CancellationToken cancellation) => database.Use<IReadOnlyList<SourceAddress>>(
        async connection => [.. await connection.QueryAsync<SourceAddress>(
            "SELECT source AS Source, url AS Url FROM crawl_urls WHERE run > 0 AND run = @run AND outcome = @Read AND reason = @reason ORDER BY source, url LIMIT 1000", new { run, reason, Read = (int)VisitOutcome.Read })],
        cancellation);

    /// <summary>Known addresses that were left for a later crawl.</summary>
    public Task<IReadOnlyList<SourceCount>> NotDue(long run, CancellationToken cancellation) => Rows<SourceCount>(
        "SELECT source AS Source, COUNT(*) AS Count FROM crawl_urls WHERE run > 0 AND run < @run AND queued = 0 GROUP BY source", run, cancellation);

    /// <summary>Documents that are believed to stand where they were, and were left for a later crawl.</summary>
    public Task<IReadOnlyList<SourceCount>> DocumentsNotDue(long run, CancellationToken cancellation) => Rows<SourceCount>(
        "SELECT source AS Source, COUNT(*) AS Count FROM crawl_urls WHERE run > 0 AND run < @run AND outcome IN (2, 3, 4) GROUP BY source", run, cancellation);

    /// <summary>The most documents that any earlier crawl found, by source.</summary>
    public Task<IReadOnlyList<SourceCount>> BestYields(long run, CancellationToken cancellation) => Rows<SourceCount>(
        "SELECT source AS Source, MAX(documents) AS Count FROM crawl_tallies WHERE run < @run GROUP BY source", run, cancellation);

    private Task<IReadOnlyList<T>> Rows<T>(string sql, long run, CancellationToken cancellation) => database.Use<IReadOnlyList<T>>(
        async (DbConnection connection) => [.. await connection.QueryAsync<T>(sql, new { run })], cancellation);
}
