using System.Data.Common;
using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Dashboard;

/// <summary>Reads the figures that an operator watches.</summary>
public sealed class MonitoringQuery(PipelineDatabase database, TimeProvider clock)
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    // Three nights: a site may be down for one, or be cut off over a weekend.
    private static readonly TimeSpan Silence = TimeSpan.FromDays(3);

    public async Task<MonitoringFigures> Read(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var since = new { since = StoredTime.Text(now - Lately) };
        await using var connection = await database.Open(cancellation);
        var (pending, oldest) = await connection.QuerySingleAsync<(long Count, string? Oldest)>("SELECT COUNT(*), MIN(fetched_at) FROM fetches WHERE next_attempt_at IS NOT NULL");
        var results = await Counts(connection, "SELECT result, COUNT(*) FROM fetches WHERE settled_at >= @since GROUP BY result", since);
        var failures = await Counts(
            connection,
            """
            SELECT COALESCE(result_reason, 'failed'), COUNT(*) FROM fetches WHERE settled_at >= @since AND result = 'failed' GROUP BY 1
            UNION ALL
            SELECT outcome, COUNT(*) FROM fetches WHERE outcome IN ('failed', 'robots_unreachable') AND fetched_at >= @since GROUP BY 1
            """,
            since);
        var silent = await connection.ExecuteScalarAsync<long>(
            """
            SELECT COUNT(*) FROM (
                SELECT source FROM documents GROUP BY source
                HAVING COALESCE(MAX(CASE WHEN last_answer_at IS NOT NULL THEN last_answer_at WHEN last_outcome IN ('fetched', 'unchanged') THEN last_checked_at ELSE last_content_at END), MIN(first_seen_at)) < @silence) AS silent
            """,
            new { silence = StoredTime.Text(now - Silence) });
        var records = await Counts(connection, "SELECT status, COUNT(*) FROM records WHERE current_version_id IS NOT NULL AND copy_of IS NULL AND state <> 'withdrawn' GROUP BY status", since);
        var operations = new OperationsQuery(database, clock);
        var night = await operations.LastNight(cancellation);
        var sources = await operations.Sources(cancellation);
        var states = sources.GroupBy(source => source.Alarm(night)).ToDictionary(group => StoredName.Of(group.Key), group => group.LongCount(), StringComparer.Ordinal);
        return new MonitoringFigures(pending, oldest is null ? TimeSpan.Zero : now - StoredTime.Instant(oldest), results, failures, silent, records, states, sources.Sum(source => source.LastCrawl?.Alarms.Count ?? 0),
            sources.Count(source => source.IsAcknowledged(night, now)));
    }

    private static async Task<IReadOnlyDictionary<string, long>> Counts(DbConnection connection, string sql, object values) =>
        (await connection.QueryAsync<(string Name, long Count)>(sql, values)).GroupBy(row => row.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(row => row.Count), StringComparer.Ordinal);
}
