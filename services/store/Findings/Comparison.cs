using Dapper;
using Pipeline.Bodies.Findings;
using Pipeline.Database;
using Pipeline.Store.Bodies;

namespace Pipeline.Store.Findings;

/// <summary>Bodies and findings anew, where records, decisions or declared bodies have changed since the last time; else nothing, at the price of three counts.</summary>
public sealed class Comparison(PipelineDatabase database, BodyRefresh bodies, FindingsRefresh findings, TimeProvider clock)
{
    // Which readings stand, which count, which were corrected, and what people said of bodies.
    private const string Seen =
        """
        SELECT (SELECT COUNT(*) || ' ' || COALESCE(SUM(current_version_id), 0) || ' ' || COUNT(copy_of) || ' ' || COUNT(CASE WHEN state = 'withdrawn' THEN 1 END) FROM records) || ' ' ||
               (SELECT COALESCE(MAX(id), 0) FROM cell_reviews) || ' ' || (SELECT COALESCE(MAX(id), 0) FROM body_decisions) || ' ' || (SELECT COUNT(*) || ' ' || COALESCE(SUM(LENGTH(body)), 0) FROM declared_bodies)
        """;

    /// <param name="always">Also where nothing has changed, because the program may have.</param>
    /// <returns>Null when nothing had changed.</returns>
    public async Task<ComparisonCounts?> Run(bool always, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var seen = (await connection.ExecuteScalarAsync<string>(Seen))!;
        if (!always && seen == await connection.ExecuteScalarAsync<string?>("SELECT seen FROM body_runs WHERE id = 1"))
            return null;
        var counts = new ComparisonCounts(await bodies.Run(cancellation), await findings.Run(cancellation));
        await connection.ExecuteAsync(
            "INSERT INTO body_runs (id, seen, ran_at) VALUES (1, @seen, @now) ON CONFLICT (id) DO UPDATE SET seen = excluded.seen, ran_at = excluded.ran_at",
            new { seen, now = StoredTime.Text(clock.GetUtcNow()) });
        return counts;
    }
}

public sealed record ComparisonCounts(BodyCounts Bodies, IReadOnlyDictionary<FindingKind, int> Findings);
