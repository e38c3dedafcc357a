using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Reviews.Audits;

/// <summary>What one reviewer did lately.</summary>
/// <param name="Reopened">Decisions that were taken back, own and others'.</param>
/// <param name="Overruled">Own decisions after which somebody else decided otherwise about the cell.</param>
public sealed record ReviewerFigures(string Reviewer, long Confirmed, long Corrected, long Mistakes, long Reopened, long Overruled, long Records, DateTimeOffset LastAt);

/// <summary>What reviewers did, by person.</summary>
public sealed class ReviewerQuery(PipelineDatabase database, TimeProvider clock)
{
    /// <summary>How far back reviewers are counted.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<ReviewerFigures>> Read(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var since = new { since = StoredTime.Text(clock.GetUtcNow() - Span) };
        var cells = await connection.QueryAsync<Row>(
            """
            SELECT q.reviewer AS Reviewer, SUM(CASE WHEN q.verdict = 'confirmed' THEN 1 ELSE 0 END) AS Confirmed, SUM(CASE WHEN q.verdict = 'corrected' THEN 1 ELSE 0 END) AS Corrected,
                   SUM(CASE WHEN q.verdict = 'publisher_mistake' THEN 1 ELSE 0 END) AS Mistakes, SUM(CASE WHEN q.verdict = 'reopened' THEN 1 ELSE 0 END) AS Reopened,
                   SUM(CASE WHEN q.verdict <> 'reopened' AND EXISTS (
                       SELECT 1 FROM cell_reviews l WHERE l.record_id = q.record_id AND l.cell_id = q.cell_id AND l.number = q.number + 1 AND l.reviewer <> q.reviewer AND l.verdict <> q.verdict) THEN 1 ELSE 0 END) AS Overruled,
                   MAX(q.reviewed_at) AS LastAt
            FROM cell_reviews q WHERE q.reviewed_at >= @since GROUP BY q.reviewer ORDER BY COUNT(*) DESC, q.reviewer
            """,
            since);
        var records = (await connection.QueryAsync<(string Reviewer, long Records)>("SELECT reviewer, COUNT(DISTINCT record_id) FROM record_reviews WHERE reviewed_at >= @since GROUP BY reviewer", since))
            .ToDictionary(row => row.Reviewer, row => row.Records, StringComparer.Ordinal);
        return [.. cells.Select(row => new ReviewerFigures(row.Reviewer, row.Confirmed, row.Corrected, row.Mistakes, row.Reopened, row.Overruled, records.GetValueOrDefault(row.Reviewer), StoredTime.Instant(row.LastAt)))];
    }

    private sealed class Row
    {
        public required string Reviewer { get; init; }

        public long Confirmed { get; init; }

        public long Corrected { get; init; }

        public long Mistakes { get; init; }

        public long Reopened { get; init; }

        public long Overruled { get; init; }

        public required string LastAt { get; init; }
    }
}
