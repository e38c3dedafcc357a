using Dapper;
using Pipeline.Contracts.Reports;
using Pipeline.Database;
using Pipeline.Store.Records;

namespace Pipeline.Store.Coverage;

/// <summary>Which bodies have reported on which years.</summary>
public sealed class CoverageQuery(PipelineDatabase database)
{
    private const string Current = "r.current_version_id IS NOT NULL AND r.copy_of IS NULL AND r.state <> 'withdrawn' AND r.year IS NOT NULL";

    // A body that also published its tables is counted by its record.
    private const string Alone =
        $"p.authority_key IS NOT NULL AND p.year IS NOT NULL AND NOT EXISTS (SELECT 1 FROM records r WHERE r.authority_key = p.authority_key AND r.year = p.year AND {Current})";

    /// <param name="within">Start of the region code; empty for the whole country.</param>
    /// <param name="digits">How many digits of the code tell regions apart: 2 for provinces, 4 for prefectures, 6 for counties.</param>
    public async Task<IReadOnlyList<CoverageCount>> Counts(string within, int digits, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var records = await connection.QueryAsync<(string? Region, int Year, long Bodies, long Accepted)>(
            $"""
            SELECT SUBSTR(r.region_code, 1, {digits}), r.year, COUNT(*), SUM(CASE WHEN r.status IN ('accepted', 'reviewed') THEN 1 ELSE 0 END)
            FROM records r WHERE {Current} AND {Within(within, "r")} GROUP BY SUBSTR(r.region_code, 1, {digits}), r.year
            """,
            Bounds(within));
        var prose = await connection.QueryAsync<(string? Region, int Year, long Bodies)>(
            $"SELECT SUBSTR(p.region_code, 1, {digits}), p.year, COUNT(DISTINCT p.authority_key) FROM prose_reports p WHERE {Alone} AND {Within(within, "p")} GROUP BY SUBSTR(p.region_code, 1, {digits}), p.year",
            Bounds(within));
        return
        [
            .. records.Select(row => new CoverageCount(row.Region, row.Year, row.Bodies, row.Accepted, 0))
                .Concat(prose.Select(row => new CoverageCount(row.Region, row.Year, 0, 0, row.Bodies)))
                .GroupBy(count => (count.Region, count.Year))
                .Select(place => new CoverageCount(place.Key.Region, place.Key.Year, place.Sum(count => count.Bodies), place.Sum(count => count.Accepted), place.Sum(count => count.Prose))),
        ];
    }

    /// <summary>Every report of the bodies of a region, by body and year.</summary>
    /// <param name="within">Start of the region code; six digits leave out the regions below it.</param>
    /// <param name="limit">At most so many reports.</param>
    public async Task<IReadOnlyList<BodyYear>> Bodies(string within, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string Body, int Year, long RecordId, string Status)>(
            $"SELECT r.authority_key, r.year, r.id, r.status FROM records r WHERE {Current} AND r.authority_key IS NOT NULL AND {Within(within, "r")} ORDER BY r.authority_key, r.year LIMIT @limit",
            Bounds(within, limit));
        return [.. rows.Select(row => new BodyYear(row.Body, row.Year, row.RecordId, StoredName.Read<ReviewStatus>(row.Status)))];
    }

    /// <summary>Reports without tables of the bodies of a region, where there is no record, by body and year.</summary>
    /// <param name="within">As for <see cref="Bodies"/>.</param>
    public async Task<IReadOnlyList<BodyProse>> Prose(string within, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return
        [
            .. (await connection.QueryAsync<(string Body, int Year, string Url)>(
                $"""
                SELECT p.authority_key, p.year, MIN(d.url) FROM prose_reports p JOIN documents d ON d.id = p.document_id
                WHERE {Alone} AND {Within(within, "p")} GROUP BY p.authority_key, p.year ORDER BY p.authority_key, p.year LIMIT @limit
                """,
                Bounds(within, limit))).Select(row => new BodyProse(row.Body, row.Year, row.Url)),
        ];
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

    private static string Within(string within, string table) => within.Length == 0 ? "1 = 1" : RegionSql.Within($"{table}.region_code", "first", "last");

    private static object Bounds(string within, int limit = int.MaxValue) => new { first = within, last = RegionSql.Last(within), limit };
}
