using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;

namespace Pipeline.Releases.Questions;

/// <summary>
/// The ready-made views over the records of a release, made from the declarations of the forms; docs/data.md describes them. Each is a query over tables that
/// <see cref="Preparation"/> makes.
/// </summary>
internal static class QuestionViews
{
    private const string Facts = "authority, body_id, region_code, region_name, level, genre, year";

    /// <summary>Statements that make what the views are made of.</summary>
    /// <param name="records">Table expression of the records.</param>
    /// <param name="columns">Columns of the records: a release of older forms may lack cells.</param>
    public static IEnumerable<string> Preparation(string records, IReadOnlySet<string> columns)
    {
        // A body is the same under all its names; where nothing has told bodies, a name in a region is one.
        yield return
            $"""
            CREATE TEMP TABLE reports AS
            SELECT record_id, COALESCE('#' || body_id, authority || '|' || COALESCE(region_code, '')) AS body, genre, year, region_code, region_name, level, status, trust, confidence
            FROM {records} WHERE authority IS NOT NULL AND year IS NOT NULL
            """;
        // Divisions and levels of today, so that a body is summed in one place over all years.
        yield return "CREATE TEMP TABLE places AS SELECT body, ARG_MAX(region_code, year) AS region_code, ARG_MAX(region_name, year) AS region_name, ARG_MAX(level, year) AS level, MIN(year) AS since FROM reports GROUP BY body";
        // One report a body and year: official before mirrors, sure before unsure.
        yield return
            """
            CREATE TEMP TABLE chosen AS
            SELECT record_id, body, CASE WHEN LAG(year) OVER earlier = year - 1 THEN LAG(record_id) OVER earlier END AS record_before FROM (
                SELECT record_id, body, genre, year FROM reports WHERE status <> 'review'
                QUALIFY ROW_NUMBER() OVER (PARTITION BY body, genre, year ORDER BY trust = 'official' DESC, confidence DESC, record_id) = 1)
            WINDOW earlier AS (PARTITION BY body, genre ORDER BY year)
            """;
        yield return
            $"""
            CREATE TEMP TABLE wide AS SELECT c.body, c.record_before, r.* FROM chosen c JOIN (SELECT {Facts}, form, status, confidence, record_id{string.Concat(Cells(columns).Select(cell => $", {Name(cell)}"))} FROM {records}) r USING (record_id)
            ORDER BY r.genre, c.body, r.year
            """;
    }

    /// <summary>The views by name.</summary>
    public static IEnumerable<(string Name, string Query)> All(IReadOnlySet<string> columns)
    {
        yield return ("panel", "SELECT * EXCLUDE (body, record_before) FROM wide");
        yield return ("totals", Totals(columns));
        if (Rates(columns) is { Count: > 0 } rates)
            yield return ("rates", $"SELECT *, part / NULLIF(whole, 0) AS share FROM ({string.Join(" UNION ALL ", rates)})");
        yield return ("year_on_year", string.Join(" UNION ALL ", Cells(columns).Select(YearOnYear)));
    }

    private static string Totals(IReadOnlySet<string> columns) =>
        $"""
        WITH years AS (SELECT DISTINCT year FROM reports),
        expected AS (SELECT region_code, region_name, level, year, COUNT(*) AS bodies_expected FROM places JOIN years ON year >= since GROUP BY ALL),
        reported AS (SELECT p.region_code, p.level, r.year, COUNT(DISTINCT r.body) AS bodies_reported FROM reports r JOIN places p USING (body) GROUP BY ALL),
        sums AS (
            SELECT p.region_code, p.level, w.year, COUNT(DISTINCT w.body) AS bodies_counted{string.Concat(Cells(columns).Select(cell => $", SUM(w.{Name(cell)}) AS {Name(cell)}"))}
            FROM wide w JOIN places p USING (body) GROUP BY p.region_code, p.level, w.year)
        SELECT SUBSTR(e.region_code, 1, 2) AS province, e.region_code, e.region_name, e.level, e.year, e.bodies_expected, COALESCE(r.bodies_reported, 0) AS bodies_reported, COALESCE(s.bodies_counted, 0) AS bodies_counted, s.* EXCLUDE (region_code, level, year, bodies_counted)
        FROM expected e
        LEFT JOIN reported r ON r.region_code IS NOT DISTINCT FROM e.region_code AND r.level IS NOT DISTINCT FROM e.level AND r.year = e.year
        LEFT JOIN sums s ON s.region_code IS NOT DISTINCT FROM e.region_code AND s.level IS NOT DISTINCT FROM e.level AND s.year = e.year
        ORDER BY e.region_code, e.level, e.year
        """;

    private static List<string> Rates(IReadOnlySet<string> columns) =>
    [
        .. FormCatalog.Current.Forms.SelectMany(form => form.Rates.Select(rate => (form, rate))).Where(pair => pair.rate.Part.Concat(pair.rate.Whole).All(cell => columns.Contains(cell.Id.ToString())))
            .Select(pair => $"SELECT {Facts}, record_id, {DuckSession.Quoted(pair.rate.Id)} AS rate, {Sum(pair.rate.Part)} AS part, {Sum(pair.rate.Whole)} AS whole FROM wide WHERE form = {DuckSession.Quoted(pair.form.Id)}"),
    ];

    // Rows stand by body and year: where there is a record of the year before, it is the row before.
    private static string YearOnYear(string cell) =>
        $"""
        SELECT authority, body_id, region_code, region_name, level, genre, cell, year, before, now, now - before AS change, (now - before) / NULLIF(before, 0) AS share, record_before, record_now
        FROM (SELECT {Facts}, {DuckSession.Quoted(cell)} AS cell, LAG({Name(cell)}) OVER () AS before, {Name(cell)} AS now, record_before, record_id AS record_now FROM wide)
        WHERE record_before IS NOT NULL AND before IS NOT NULL AND now IS NOT NULL
        """;

    private static IEnumerable<string> Cells(IReadOnlySet<string> columns) => FormCatalog.Current.Forms.SelectMany(form => form.Cells).Select(cell => cell.Id.ToString()).Distinct().Where(columns.Contains);

    // A blank part counts nothing; a blank whole leaves the share unknown.
    private static string Sum(ImmutableArray<FormCell> cells) => cells is [var only] ? Name(only.Id) : $"CASE WHEN COALESCE({string.Join(", ", cells.Select(cell => Name(cell.Id)))}) IS NOT NULL THEN {string.Join(" + ", cells.Select(cell => $"COALESCE({Name(cell.Id)}, 0)"))} END";

    private static string Name(CellId cell) => Name(cell.ToString());

    private static string Name(string cell) => $"\"{cell}\"";
}
