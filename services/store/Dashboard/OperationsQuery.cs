using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Dashboard;

/// <summary>Figures for those who run the pipeline.</summary>
public sealed class OperationsQuery(PipelineDatabase database, TimeProvider clock)
{
    private const string FailingOutcomes = "('failed', 'blocked', 'login', 'soft_not_found', 'refused_by_policy')";

    /// <param name="span">How far back moves are counted.</param>
    public async Task<StageFigures> Stages(TimeSpan span, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var since = StoredTime.Text(clock.GetUtcNow() - span);
        var waiting = await connection.QuerySingleAsync<(long Count, string? Oldest)>("SELECT COUNT(*), MIN(fetched_at) FROM fetches WHERE next_attempt_at IS NOT NULL");
        var moved = await connection.QuerySingleAsync<(long Settled, long? Failed)>(
            "SELECT COUNT(*), SUM(CASE WHEN result = 'failed' THEN 1 ELSE 0 END) FROM fetches WHERE settled_at >= @since", new { since });
        var fetched = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM fetches WHERE fetched_at >= @since", new { since });
        return new StageFigures(waiting.Count, StoredTime.InstantOrNull(waiting.Oldest), fetched, moved.Settled, moved.Failed ?? 0);
    }

    /// <summary>Every source that was ever crawled, by name.</summary>
    public async Task<IReadOnlyList<SourceFigures>> Sources(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            $"""
            SELECT d.source AS Source, COUNT(*) AS Documents, SUM(CASE WHEN d.last_outcome IN {FailingOutcomes} THEN 1 ELSE 0 END) AS Failing,
                   SUM(CASE WHEN d.gone_at IS NULL THEN 0 ELSE 1 END) AS Gone, MAX(d.last_checked_at) AS LastChecked, MAX(d.last_content_at) AS LastReport
            FROM documents d GROUP BY d.source ORDER BY d.source
            """);
        return [.. rows.Select(row => new SourceFigures(row.Source, row.Documents, row.Failing, row.Gone, StoredTime.Instant(row.LastChecked), StoredTime.InstantOrNull(row.LastReport)))];
    }

    private sealed class Row
    {
        public required string Source { get; init; }

        public long Documents { get; init; }

        public long Failing { get; init; }

        public long Gone { get; init; }

        public required string LastChecked { get; init; }

        public string? LastReport { get; init; }
    }
}
