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
            SELECT year AS Year, CAST(SUM(value) AS TEXT) AS Sum, COUNT(value) AS Stated, COUNT(*) AS Reports FROM (
                SELECT r.year AS year, CASE WHEN q.verdict IS NULL THEN {CellSql.ValueOf(cell, database.Engine)} ELSE q.value END AS value
                FROM records r JOIN record_versions v ON v.id = r.current_version_id
                LEFT JOIN standing_reviews q ON q.record_id = r.id AND q.cell_id = @cell
                WHERE {where} AND r.year IS NOT NULL) AS figures
            GROUP BY year ORDER BY year
            """,
            values);
        return [.. rows.Select(row => row.ToFigure())];
    }

    // The engines sum as different types; text is the same in both.
    private sealed class Row
    {
        public int Year { get; init; }

        public string? Sum { get; init; }

        public long Stated { get; init; }

        public long Reports { get; init; }

        public YearFigure ToFigure() => new(Year, Sum is null ? 0 : Math.Round(decimal.Parse(Sum, NumberStyles.Float, CultureInfo.InvariantCulture), 6), Stated, Reports);
    }
}
