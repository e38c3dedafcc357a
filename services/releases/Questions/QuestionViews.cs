using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;

namespace Pipeline.Releases.Questions;

/// <summary>The ready-made views over the tables of a release, made from the declarations of the forms. docs/data.md describes them.</summary>
internal static class QuestionViews
{
    private const string Body = "authority, region_code, region_name, level, genre, year";

    /// <param name="columns">Columns of the records: a release of older forms may lack cells.</param>
    /// <param name="withCells">Whether the table of cells is there.</param>
    public static IEnumerable<string> All(IReadOnlySet<string> columns, bool withCells)
    {
        // One report a body and year: official before mirrors, sure before unsure.
        yield return
            $"""
            CREATE VIEW panel AS SELECT {Body}, form, status, confidence, record_id, COLUMNS(c -> c IN ({string.Join(", ", Cells(columns).Select(DuckSession.Quoted))})) FROM records
            WHERE status <> 'review' AND year IS NOT NULL AND authority IS NOT NULL
            QUALIFY ROW_NUMBER() OVER (PARTITION BY authority, region_code, genre, year ORDER BY trust = 'official' DESC, confidence DESC, record_id) = 1
            """;
        yield return
            $"""
            CREATE VIEW totals AS
            WITH bodies AS (SELECT authority, region_code, ANY_VALUE(region_name) AS region_name, ANY_VALUE(level) AS level, MIN(year) AS since FROM records WHERE authority IS NOT NULL AND year IS NOT NULL GROUP BY authority, region_code),
            years AS (SELECT DISTINCT year FROM records WHERE year IS NOT NULL),
            expected AS (SELECT region_code, region_name, level, year, COUNT(*) AS bodies_expected FROM bodies JOIN years ON year >= since GROUP BY ALL),
            reported AS (SELECT r.region_code, b.level, r.year, COUNT(DISTINCT r.authority) AS bodies_reported FROM records r JOIN bodies b ON b.authority = r.authority AND b.region_code IS NOT DISTINCT FROM r.region_code WHERE r.year IS NOT NULL GROUP BY ALL),
            sums AS (SELECT p.region_code, b.level, p.year, COUNT(*) AS bodies_counted, {string.Join(", ", Cells(columns).Select(cell => $"SUM(p.{Name(cell)}) AS {Name(cell)}"))} FROM panel p JOIN bodies b ON b.authority = p.authority AND b.region_code IS NOT DISTINCT FROM p.region_code GROUP BY p.region_code, b.level, p.year)
            SELECT SUBSTR(e.region_code, 1, 2) AS province, e.region_code, e.region_name, e.level, e.year, e.bodies_expected, COALESCE(r.bodies_reported, 0) AS bodies_reported, COALESCE(s.bodies_counted, 0) AS bodies_counted, s.* EXCLUDE (region_code, level, year, bodies_counted)
            FROM expected e
            LEFT JOIN reported r ON r.region_code IS NOT DISTINCT FROM e.region_code AND r.level IS NOT DISTINCT FROM e.level AND r.year = e.year
            LEFT JOIN sums s ON s.region_code IS NOT DISTINCT FROM e.region_code AND s.level IS NOT DISTINCT FROM e.level AND s.year = e.year
            """;
        var rates = FormCatalog.Current.Forms.SelectMany(form => form.Rates.Select(rate => (form, rate))).Where(pair => pair.rate.Part.Concat(pair.rate.Whole).All(cell => columns.Contains(cell.Id.ToString()))).ToList();
        if (rates.Count > 0)
            yield return $"CREATE VIEW rates AS SELECT *, part / NULLIF(whole, 0) AS share FROM ({string.Join(" UNION ALL ", rates.Select(pair => $"SELECT {Body}, record_id, {DuckSession.Quoted(pair.rate.Id)} AS rate, {Sum(pair.rate.Part)} AS part, {Sum(pair.rate.Whole)} AS whole FROM panel WHERE form = {DuckSession.Quoted(pair.form.Id)}"))})";
        if (withCells)
            yield return
                $"""
                CREATE VIEW year_on_year AS
                WITH cell_years AS (SELECT p.authority, p.region_code, p.region_name, p.level, p.genre, p.year, p.form, c.record_id, c.cell, c.best_value FROM cells c JOIN panel p USING (record_id) WHERE c.best_value IS NOT NULL)
                SELECT n.authority, n.region_code, n.region_name, n.level, n.genre, n.cell, n.year, b.best_value AS before, n.best_value AS now, n.best_value - b.best_value AS change, (n.best_value - b.best_value) / NULLIF(b.best_value, 0) AS share, b.record_id AS record_before, n.record_id AS record_now
                FROM cell_years n JOIN cell_years b ON b.authority = n.authority AND b.region_code IS NOT DISTINCT FROM n.region_code AND b.genre = n.genre AND b.cell = n.cell AND b.year = n.year - 1
                """;
    }

    private static IEnumerable<string> Cells(IReadOnlySet<string> columns) => FormCatalog.Current.Forms.SelectMany(form => form.Cells).Select(cell => cell.Id.ToString()).Distinct().Where(columns.Contains);

    // A blank part counts nothing; a blank whole leaves the share unknown.
    private static string Sum(ImmutableArray<FormCell> cells) => cells is [var only] ? Name(only.Id) : $"CASE WHEN COALESCE({string.Join(", ", cells.Select(cell => Name(cell.Id)))}) IS NOT NULL THEN {string.Join(" + ", cells.Select(cell => $"COALESCE({Name(cell.Id)}, 0)"))} END";

    private static string Name(CellId cell) => Name(cell.ToString());

    private static string Name(string cell) => $"\"{cell}\"";
}
