using Dapper;
using Pipeline.Database;
using Pipeline.Store.Reviews.Audits;

namespace Pipeline.Store.Reviews.Learning;

/// <summary>What the decisions taught, and which records that wait would teach most.</summary>
public sealed class Lessons(PipelineDatabase database)
{
    // A publisher's mistake was read as printed.
    private const string IsRight = "q.verdict <> 'corrected' OR COALESCE(q.value, '') = COALESCE(q.machine_value, '')";

    private const string Waits = "r.status = 'review' AND r.copy_of IS NULL AND r.state <> 'withdrawn'";

    /// <summary>Every cause of doubt that was decided about or waits, those first that a decision tells most about.</summary>
    public async Task<IReadOnlyList<RatedCause>> Causes(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var decided = (await connection.QueryAsync<(string Cause, double Stated, long Right, long Decided)>(
            $"""
            SELECT x.cause, AVG(q.machine_confidence), SUM(CASE WHEN {IsRight} THEN 1 ELSE 0 END), COUNT(*)
            FROM cell_reviews q JOIN version_doubts x ON x.version_id = q.version_id AND x.cell_id = q.cell_id
            WHERE q.verdict <> 'reopened' AND q.number = (SELECT MAX(l.number) FROM cell_reviews l WHERE l.record_id = q.record_id AND l.cell_id = q.cell_id)
            GROUP BY x.cause
            """)).ToDictionary(row => row.Cause, StringComparer.Ordinal);
        var waiting = (await connection.QueryAsync<(string Cause, long Cells)>(
            $"""
            SELECT x.cause, COUNT(*) FROM version_doubts x JOIN records r ON r.current_version_id = x.version_id
            WHERE {Waits} AND NOT EXISTS (SELECT 1 FROM standing_reviews s WHERE s.record_id = r.id AND s.cell_id = x.cell_id) GROUP BY x.cause
            """)).ToDictionary(row => row.Cause, row => row.Cells, StringComparer.Ordinal);
        return
        [
            .. decided.Keys.Union(waiting.Keys, StringComparer.Ordinal)
                .Select(cause => decided.TryGetValue(cause, out var row)
                    ? new RatedCause(cause, row.Stated, new Proportion(row.Right, row.Decided), waiting.GetValueOrDefault(cause))
                    : new RatedCause(cause, 0, new Proportion(0, 0), waiting[cause]))
                .OrderByDescending(cause => cause.Lesson).ThenBy(cause => cause.Cause, StringComparer.Ordinal),
        ];
    }

    /// <summary>For each of some causes the record that waits with the most cells in doubt for it: one visit, many decisions.</summary>
    public async Task<IReadOnlyList<(RatedCause Cause, long Record, long Cells)>> Records(IEnumerable<RatedCause> causes, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var records = new List<(RatedCause, long, long)>();
        foreach (var cause in causes.Where(cause => cause.Waiting > 0))
        {
            var (record, cells) = await connection.QueryFirstAsync<(long, long)>(
                $"""
                SELECT r.id, COUNT(*) FROM version_doubts x JOIN records r ON r.current_version_id = x.version_id
                WHERE x.cause = @Cause AND {Waits} AND NOT EXISTS (SELECT 1 FROM standing_reviews s WHERE s.record_id = r.id AND s.cell_id = x.cell_id) GROUP BY r.id ORDER BY COUNT(*) DESC, r.id LIMIT 1
                """,
                new { cause.Cause });
            records.Add((cause, record, cells));
        }

        return records;
    }
}
