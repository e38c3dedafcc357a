using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Status;

/// <summary>When anything that people read of the store changed last.</summary>
public sealed class LastChangeQuery(PipelineDatabase database)
{
    /// <summary>Null while nothing is stored.</summary>
    public async Task<LastChange?> Read(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var times = (await connection.QueryAsync<string?>(
            """
            SELECT MAX(updated_at) FROM records UNION ALL SELECT MAX(stored_at) FROM record_versions UNION ALL SELECT MAX(reviewed_at) FROM cell_reviews
            UNION ALL SELECT MAX(reviewed_at) FROM record_reviews UNION ALL SELECT MAX(last_checked_at) FROM documents UNION ALL SELECT MAX(found_at) FROM findings
            """)).OfType<string>().ToList();
        if (times.Count == 0)
            return null;
        var counts = await connection.QuerySingleAsync<(long Versions, long Reviews, long Fetches, long Bodies)>(
            "SELECT (SELECT COALESCE(MAX(id), 0) FROM record_versions), (SELECT COALESCE(MAX(id), 0) FROM cell_reviews), (SELECT COALESCE(MAX(id), 0) FROM fetches), (SELECT COUNT(*) FROM records WHERE body_id IS NOT NULL)");
        return new LastChange(StoredTime.Instant(times.Max(StringComparer.Ordinal)!), FormattableString.Invariant($"{counts.Versions}-{counts.Reviews}-{counts.Fetches}-{counts.Bodies}-{times.Max(StringComparer.Ordinal)}"));
    }
}

/// <param name="State">Differs whenever the store differs.</param>
public sealed record LastChange(DateTimeOffset At, string State);
