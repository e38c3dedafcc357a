using Dapper;
using Pipeline.Contracts.Reports;
using Pipeline.Database;

namespace Pipeline.Store.Coverage;

/// <summary>Which bodies have reported on which years.</summary>
public sealed class CoverageQuery(PipelineDatabase database)
{
    private const string Current = "r.current_version_id IS NOT NULL AND r.copy_of IS NULL AND r.state <> 'withdrawn' AND r.year IS NOT NULL";

    /// <param name="within">Start of the region code; empty for the whole country.</param>
    /// <param name="digits">How many digits of the code tell regions apart: 2 for provinces, 4 for prefectures, 6 for counties.</param>
    public async Task<IReadOnlyList<CoverageCount>> Counts(string within, int digits, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string? Region, int Year, long Bodies, long Accepted)>(
            $"""
            SELECT SUBSTR(r.region_code, 1, {digits}), r.year, COUNT(*), SUM(CASE WHEN r.status = 'accepted' THEN 1 ELSE 0 END)
            FROM records r WHERE {Current} AND {Within(within)} GROUP BY SUBSTR(r.region_code, 1, {digits}), r.year
            """,
            Bounds(within));
        return [.. rows.Select(row => new CoverageCount(row.Region, row.Year, row.Bodies, row.Accepted))];
    }

    /// <summary>Every report of the bodies of a region, by body and year.</summary>
    /// <param name="within">Start of the region code; six digits leave out the regions below it.</param>
    /// <param name="limit">At most so many reports.</param>
    public async Task<IReadOnlyList<BodyYear>> Bodies(string within, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string Body, int Year, long RecordId, string Status)>(
            $"SELECT r.authority_key, r.year, r.id, r.status FROM records r WHERE {Current} AND r.authority_key IS NOT NULL AND {Within(within)} ORDER BY r.authority_key, r.year LIMIT @limit",
            Bounds(within, limit));
        return [.. rows.Select(row => new BodyYear(row.Body, row.Year, row.RecordId, StoredName.Read<ReviewStatus>(row.Status)))];
    }

    /// <summary>Years that any record is about, the newest first.</summary>
    public async Task<IReadOnlyList<int>> Years(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        // From year to year through the index: DISTINCT would read all of it.
        return
        [
            .. await connection.QueryAsync<int>(
                $"""
                WITH RECURSIVE years (year) AS (
                    SELECT MAX(r.year) FROM records r WHERE {Current}
                    UNION ALL
                    SELECT (SELECT MAX(r.year) FROM records r WHERE {Current} AND r.year < years.year) FROM years WHERE years.year IS NOT NULL)
                SELECT year FROM years WHERE year IS NOT NULL ORDER BY year DESC
                """),
        ];
    }

    private static string Within(string within) => within.Length == 0 ? "1 = 1" : "r.region_code >= @first AND r.region_code < @last";

    // A range instead of a pattern: both engines then use the index.
    private static object Bounds(string within, int limit = int.MaxValue) => new { first = within, last = within + ":", limit };
}
