using System.Globalization;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Database;
using Pipeline.Store.Records;

namespace Pipeline.Store.Figures;

/// <summary>Sums cells over many reports, for plots.</summary>
public sealed class FigureQuery(PipelineDatabase database)
{
    /// <summary>By year; years without a report are left out.</summary>
    public async Task<IReadOnlyList<YearFigure>> PerYear(CellId cell, RecordFilter filter, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = FilterSql.Of(filter);
        values.Add("cell", cell.ToString());
        var rows = await connection.QueryAsync<Row>(
            $"""
            WITH figures AS MATERIALIZED (
                SELECT r.year AS year, {ValueOf(cell)} AS value FROM records r {Versions} WHERE {where} AND r.year IS NOT NULL),
            ranked AS (
                SELECT year, value, ROW_NUMBER() OVER (PARTITION BY year ORDER BY value) AS place, COUNT(*) OVER (PARTITION BY year) AS stated FROM figures WHERE value IS NOT NULL),
            medians AS (SELECT year, AVG(value) AS median FROM ranked WHERE place BETWEEN (stated + 1) / 2 AND (stated + 2) / 2 GROUP BY year)
            SELECT f.year AS Year, CAST(SUM(f.value) AS TEXT) AS Sum, CAST(MAX(m.median) AS TEXT) AS Median, COUNT(f.value) AS Stated, COUNT(*) AS Reports
            FROM figures f LEFT JOIN medians m ON m.year = f.year GROUP BY f.year ORDER BY f.year
            """,
            values);
        return [.. rows.Select(row => row.ToFigure())];
    }

    /// <summary>Body by body and year by year, in the order of their ids.</summary>
    /// <returns>Null where the filter has more than <paramref name="most"/> bodies.</returns>
    public async Task<IReadOnlyList<BodyFigure>?> PerBody(CellId cell, RecordFilter filter, int most, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        // Until names are compared for the first time there is no body, and no record is worth a look.
        if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM (SELECT 1 FROM bodies LIMIT 1) AS any_body") == 0)
            return [];
        var (where, values) = FilterSql.Of(filter);
        values.Add("cell", cell.ToString());
        values.Add("quoted", $"%\"{cell}\"%");
        values.Add("beyond", most + 1);
        if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM (SELECT DISTINCT r.body_id FROM records r WHERE {where} AND r.body_id IS NOT NULL LIMIT @beyond) AS bodies", values) > most)
            return null;
        var rows = await connection.QueryAsync<BodyRow>(
            $"""
            SELECT b.id AS Body, b.name AS Name, r.year AS Year, CAST({ValueOf(cell)} AS TEXT) AS Value, r.id AS RecordId,
                (SELECT COUNT(*) FROM findings f WHERE f.body_id = b.id AND f.year = r.year AND f.kind = 'break' AND f.cells LIKE @quoted) AS Breaks
            FROM records r JOIN bodies b ON b.id = r.body_id {Versions} WHERE {where} AND r.year IS NOT NULL ORDER BY b.id, r.year, r.id
            """,
            values);
        return [.. rows.Select(row => new BodyFigure(row.Body, row.Name, row.Year, Read(row.Value), row.RecordId, row.Breaks > 0))];
    }

    private const string Versions = "JOIN record_versions v ON v.id = r.current_version_id LEFT JOIN standing_reviews q ON q.record_id = r.id AND q.cell_id = @cell";

    private string ValueOf(CellId cell) => $"CASE WHEN q.verdict IS NULL THEN {CellSql.ValueOf(cell, database.Engine)} ELSE q.value END";

    private static decimal? Read(string? number) => number is null ? null : Math.Round(decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture), 6);

    // The engines sum as different types; text is the same in both.
    private sealed class Row
    {
        public int Year { get; init; }

        public string? Sum { get; init; }

        public string? Median { get; init; }

        public long Stated { get; init; }

        public long Reports { get; init; }

        public YearFigure ToFigure() => new(Year, Read(Sum) ?? 0, Read(Median), Stated, Reports);
    }

    private sealed class BodyRow
    {
        public long Body { get; init; }

        public required string Name { get; init; }

        public int Year { get; init; }

        public string? Value { get; init; }

        public long RecordId { get; init; }

        public long Breaks { get; init; }
    }
}
