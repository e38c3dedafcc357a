using System.Globalization;
using Dapper;
using Pipeline.Bodies.Names;
using Pipeline.Contracts;
using Pipeline.Database;
using Pipeline.Store.Bodies;
using Pipeline.Store.Figures;
using Pipeline.Store.Records;

namespace Pipeline.Store.Totals;

/// <summary>One cell summed over the bodies of a kind in a region on a year.</summary>
/// <param name="Region">Start of the region code, as long as was asked for; null for bodies whose region is unknown.</param>
/// <param name="Kind">Kinds are never added up: a government's report holds those of its departments.</param>
/// <param name="Sum">Of the stated numbers; what people corrected counts as corrected.</param>
/// <param name="Stated">Bodies that state a number.</param>
/// <param name="Reported">Bodies with a report on the year.</param>
/// <param name="Expected">Bodies that had reported by then and are not known to have ended.</param>
public sealed record Total(string? Region, BodyKind Kind, int Year, decimal Sum, long Stated, long Reported, long Expected);

/// <summary>Sums by region, kind of body and year.</summary>
public sealed class TotalsQuery(PipelineDatabase database)
{
    /// <param name="within">Start of the region code; empty for the whole country.</param>
    /// <param name="digits">How many digits of the code tell regions apart: 2, 4 or 6.</param>
    /// <param name="kind">Null for all kinds, each by itself.</param>
    public async Task<IReadOnlyList<Total>> Of(CellId cell, string within, int digits, BodyKind? kind, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var where = $"{(within.Length == 0 ? "1 = 1" : RegionSql.Within("b.region_code", "within", "last"))} AND {(kind is null ? "1 = 1" : "b.kind = @kind")}";
        var values = new { cell = cell.ToString(), within, last = RegionSql.Last(within), kind = kind is { } one ? StoredName.Of(one) : null };
        var sums = (await connection.QueryAsync<Row>(
            $"""
            SELECT region AS Region, kind AS Kind, year AS Year, CAST(SUM(value) AS TEXT) AS Sum, COUNT(value) AS Stated, COUNT(*) AS Reported FROM (
                SELECT SUBSTR(c.region_code, 1, {digits}) AS region, c.kind AS kind, c.year AS year, CASE WHEN q.verdict IS NULL THEN {CellSql.ValueOf(cell, database.Engine)} ELSE q.value END AS value
                FROM (SELECT r.id, r.year, r.current_version_id, b.kind, b.region_code, {BodyQuery.Chosen} AS place
                      FROM records r JOIN bodies b ON b.id = r.body_id WHERE r.copy_of IS NULL AND r.state <> 'withdrawn' AND r.year IS NOT NULL AND {where}) AS c
                JOIN record_versions v ON v.id = c.current_version_id
                LEFT JOIN standing_reviews q ON q.record_id = c.id AND q.cell_id = @cell
                WHERE c.place = 1) AS figures
            GROUP BY region, kind, year
            """,
            values)).ToList();
        var known = (await connection.QueryAsync<(string? Region, string Kind, int? First, int? Last, long Bodies)>(
            $"""
            SELECT SUBSTR(b.region_code, 1, {digits}), b.kind, COALESCE(b.first_expected, b.first_year), b.last_expected, COUNT(*) FROM bodies b
            WHERE b.became_id IS NULL AND {where} GROUP BY SUBSTR(b.region_code, 1, {digits}), b.kind, COALESCE(b.first_expected, b.first_year), b.last_expected
            """,
            values)).ToLookup(row => (row.Region, row.Kind));
        return
        [
            .. sums.OrderBy(row => row.Region, StringComparer.Ordinal).ThenBy(row => row.Kind, StringComparer.Ordinal).ThenBy(row => row.Year).Select(row => new Total(
                row.Region, StoredName.Read<BodyKind>(row.Kind), row.Year, row.Sum is null ? 0 : Math.Round(decimal.Parse(row.Sum, NumberStyles.Float, CultureInfo.InvariantCulture), 6), row.Stated, row.Reported,
                known[(row.Region, row.Kind)].Where(body => body.First <= row.Year && !(body.Last < row.Year)).Sum(body => body.Bodies))),
        ];
    }

    private sealed class Row
    {
        public string? Region { get; init; }

        public required string Kind { get; init; }

        public int Year { get; init; }

        public string? Sum { get; init; }

        public long Stated { get; init; }

        public long Reported { get; init; }
    }
}
