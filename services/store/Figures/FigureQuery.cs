using System.Globalization;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
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
                SELECT r.year AS year, CASE WHEN q.verdict IS NULL THEN {ValueOf(cell)} ELSE q.value END AS value
                FROM records r JOIN record_versions v ON v.id = r.current_version_id
                LEFT JOIN standing_reviews q ON q.record_id = r.id AND q.cell_id = @cell
                WHERE {where} AND r.year IS NOT NULL) AS figures
            GROUP BY year ORDER BY year
            """,
            values);
        return [.. rows.Select(row => row.ToFigure())];
    }

    /// <summary>The cell's place differs between the forms; a form without it states nothing.</summary>
    private string ValueOf(CellId cell)
    {
        var cases = FormCatalog.Current.Forms.Where(form => form.Contains(cell)).Select(form => $"WHEN '{form.Id}' THEN {ValueAt(form.OrdinalOf(cell))}");
        return $"CASE v.form {string.Join(' ', cases)} END";
    }

    private string ValueAt(int place) => database.Engine == DatabaseEngine.Sqlite
        ? string.Create(CultureInfo.InvariantCulture, $"json_extract(v.cell_values, '$[{place}]')")
        : string.Create(CultureInfo.InvariantCulture, $"(v.cell_values::jsonb ->> {place})::numeric");

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
