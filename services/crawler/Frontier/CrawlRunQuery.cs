using Dapper;
using Pipeline.Database;

namespace Pipeline.Crawler.Frontier;

/// <summary>How a crawl stands, and what its visits came to.</summary>
public sealed class CrawlRunQuery(FrontierDatabase database)
{
    private static readonly string Troubled = Numbers(
        VisitOutcome.Gone, VisitOutcome.RefusedByRobots, VisitOutcome.RefusedByPolicy, VisitOutcome.Blocked, VisitOutcome.SoftNotFound, VisitOutcome.Login, VisitOutcome.Failed, VisitOutcome.Unusable, VisitOutcome.RobotsUnreachable);

    private static readonly string Documents = Numbers(VisitOutcome.New, VisitOutcome.Changed, VisitOutcome.Unchanged);

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
            new { run }) is { } at ? StoredTime.Instant(at) : (DateTimeOffset?)null,
        cancellation);

    /// <summary>Outcomes of the crawl's visits, counted; what was left alone by its reason.</summary>
    public Task<IReadOnlyList<OutcomeCount>> Outcomes(long run, CancellationToken cancellation) => Rows<OutcomeCount>(
        "SELECT source AS Source, outcome AS Outcome, CASE WHEN outcome = @leftAlone THEN reason ELSE NULL END AS Reason, COUNT(*) AS Count FROM crawl_urls WHERE run > 0 AND run = @run GROUP BY 1, 2, 3",
        new { run, leftAlone = (int)VisitOutcome.LeftAlone }, cancellation);

    /// <summary>Requests, bytes and documents by source.</summary>
    public Task<IReadOnlyList<SourceTally>> Tallies(long run, CancellationToken cancellation) => Rows<SourceTally>(
        "SELECT source AS Source, requests AS Requests, bytes AS Bytes, documents AS Documents, lists AS Lists, lost_lists AS LostLists, explored AS Explored FROM crawl_tallies WHERE run = @run", new { run }, cancellation);

    /// <summary>Addresses that ended badly, with their reasons.</summary>
    public Task<IReadOnlyList<TroubledUrl>> Troubles(long run, int limit, CancellationToken cancellation) => Rows<TroubledUrl>(
        $"SELECT source AS Source, url AS Url, outcome AS Outcome, reason AS Reason FROM crawl_urls WHERE run > 0 AND run = @run AND outcome IN ({Troubled}) ORDER BY source, outcome, url LIMIT @limit",
        new { run, limit }, cancellation);

    /// <summary>The last visits at a source, the newest first.</summary>
    public Task<IReadOnlyList<SettledVisit>> Visits(long run, string source, int limit, CancellationToken cancellation) => database.Use<IReadOnlyList<SettledVisit>>(
        async connection => [.. (await connection.QueryAsync<(string Url, int Outcome, string? Reason, long At)>(
            "SELECT url, outcome, reason, checked_at FROM crawl_urls WHERE run > 0 AND run = @run AND source = @source ORDER BY checked_at DESC, url LIMIT @limit", new { run, source, limit }))
            .Select(row => new SettledVisit(row.Url, (VisitOutcome)row.Outcome, row.Reason, StoredTime.Instant(row.At)))],
        cancellation);

    /// <summary>Links that announce reports and lead to hosts that no source names.</summary>
    public Task<IReadOnlyList<SourceLead>> Leads(long run, CancellationToken cancellation) => Rows<SourceLead>(
        "SELECT source AS Source, host AS Host, links AS Links, followed AS Followed, sample AS Sample FROM crawl_leads WHERE run = @run ORDER BY source, links DESC, host", new { run }, cancellation);

    /// <summary>Pages that were read for a reason that begins so.</summary>
    public Task<IReadOnlyList<SourceAddress>> ReadAs(long run, string reason, CancellationToken cancellation) => Rows<SourceAddress>(
        "SELECT source AS Source, url AS Url, reason AS Reason FROM crawl_urls WHERE run > 0 AND run = @run AND outcome = @read AND reason LIKE @reason ORDER BY source, url LIMIT 1000",
        new { run, reason = reason + "%", read = (int)VisitOutcome.Read }, cancellation);

    /// <summary>Known addresses that were left for a later crawl.</summary>
    public Task<IReadOnlyList<SourceCount>> NotDue(long run, CancellationToken cancellation) => Rows<SourceCount>(
        "SELECT source AS Source, COUNT(*) AS Count FROM crawl_urls WHERE run > 0 AND run < @run AND queued = 0 GROUP BY source", new { run }, cancellation);

    /// <summary>Documents that are believed to stand where they were, and were left for a later crawl.</summary>
    public Task<IReadOnlyList<SourceCount>> DocumentsNotDue(long run, CancellationToken cancellation) => Rows<SourceCount>(
        $"SELECT source AS Source, COUNT(*) AS Count FROM crawl_urls WHERE run > 0 AND run < @run AND outcome IN ({Documents}) GROUP BY source", new { run }, cancellation);

    /// <summary>The most documents that any earlier crawl found, by source.</summary>
    public Task<IReadOnlyList<SourceCount>> BestYields(long run, CancellationToken cancellation) => Rows<SourceCount>(
        "SELECT source AS Source, MAX(documents) AS Count FROM crawl_tallies WHERE run < @run GROUP BY source", new { run }, cancellation);

    /// <summary>Pages and requests of a source that led to reports.</summary>
    public Task<int> Lists(string source, CancellationToken cancellation) => database.Use(
        connection => connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM crawl_urls WHERE source = @source AND role = {PageRole.ReportList:D}", new { source }), cancellation);

    /// <summary>Recipes of a source that work, counted by what showed them.</summary>
    public Task<IReadOnlyList<SourceCount>> Recipes(string source, CancellationToken cancellation) => Rows<SourceCount>(
        "SELECT learned_from AS Source, COUNT(*) AS Count FROM crawl_recipes WHERE source = @source AND worked_at > 0 GROUP BY learned_from", new { source }, cancellation);

    /// <summary>Links of a source's last crawl that announce reports on hosts that nobody follows.</summary>
    public Task<IReadOnlyList<SourceLead>> OpenLeads(string source, CancellationToken cancellation) => Rows<SourceLead>(
        """
        SELECT source AS Source, host AS Host, links AS Links, followed AS Followed, sample AS Sample FROM crawl_leads
        WHERE source = @source AND followed = 0 AND run = (SELECT MAX(run) FROM crawl_leads WHERE source = @source) ORDER BY links DESC, host
        """,
        new { source }, cancellation);

    /// <summary>Pages of a source that were read for a reason that begins so.</summary>
    public Task<int> Unread(string source, string reason, CancellationToken cancellation) => database.Use(
        connection => connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM crawl_urls WHERE source = @source AND outcome = {VisitOutcome.Read:D} AND reason LIKE @reason", new { source, reason = reason + "%" }), cancellation);

    /// <summary>Addresses of a source that were left alone, by reason.</summary>
    public Task<IReadOnlyList<OutcomeCount>> Left(string source, CancellationToken cancellation) => Rows<OutcomeCount>(
        $"SELECT source AS Source, outcome AS Outcome, reason AS Reason, COUNT(*) AS Count FROM crawl_urls WHERE source = @source AND outcome = {VisitOutcome.LeftAlone:D} GROUP BY 1, 2, 3 ORDER BY 4 DESC", new { source }, cancellation);

    private static string Numbers(params VisitOutcome[] outcomes) => string.Join(", ", outcomes.Select(outcome => outcome.ToString("D")));

    private Task<IReadOnlyList<T>> Rows<T>(string sql, object values, CancellationToken cancellation) => database.Use<IReadOnlyList<T>>(
        async connection => [.. await connection.QueryAsync<T>(sql, values)], cancellation);
}
