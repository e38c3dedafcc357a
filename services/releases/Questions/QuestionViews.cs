using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;

namespace Pipeline.Releases.Questions;

/// <summary>
/// The SQL of the ready-made views over the records of a release, made from the declarations of the forms; docs/data.md describes them. A row of the records has
/// hundreds of cells: they are worked through some columns at a time.
/// </summary>
/// <param name="records">Table expression of the records.</param>
/// <param name="columns">Columns of the records: a release of older forms may lack cells.</param>
/// <param name="parts">Folder for sums of some cells each, until all of them are one view: hundreds of columns of a table in memory are held at once where they are read.</param>
internal sealed class QuestionViews(string records, IReadOnlySet<string> columns, string parts)
{
    private const string Facts = "authority, body_id, region_code, region_name, level, genre, year";

    // So many columns of a hundred thousand records take thirty megabytes.
    private const int ColumnsAtOnce = 32;

    private readonly string[] _cells = [.. FormCatalog.Current.Forms.SelectMany(form => form.Cells).Select(cell => cell.Id.ToString()).Distinct().Where(columns.Contains)];

    /// <summary>Statements that make what the views are made of, in their order.</summary>
    public IEnumerable<string> Preparation()
    {
        // A body is the same under all its names; where nothing has told bodies, a name in a region is one.
        yield return
            $"""
            CREATE TEMP TABLE reports AS
            SELECT record_id, COALESCE('#' || body_id, authority || '|' || COALESCE(region_code, '')) AS body, authority, genre, year, region_code, region_name, level, status, trust, confidence
            FROM {records} WHERE authority IS NOT NULL AND year IS NOT NULL
            """;
        // Divisions and levels of today, so that a body is summed in one place over all years.
        yield return "CREATE TEMP TABLE homes AS SELECT body, ARG_MAX(region_code, year) AS region_code, ARG_MAX(region_name, year) AS region_name, ARG_MAX(level, year) AS level, ARG_MAX(authority, year) AS name, MIN(year) AS since FROM reports GROUP BY body";
        yield return
            """
            CREATE TEMP TABLE places AS SELECT ROW_NUMBER() OVER (ORDER BY region_code, level, year) AS place, *
            FROM (SELECT region_code, ANY_VALUE(region_name) AS region_name, level, year, COUNT(*) AS bodies_expected FROM homes JOIN (SELECT DISTINCT year FROM reports) ON year >= since GROUP BY region_code, level, year)
            ORDER BY place
            """;
        yield return
            """
            CREATE TEMP TABLE placed AS SELECT r.record_id, r.body, h.name, p.place, r.genre, r.year, r.status, r.trust, r.confidence
            FROM reports r JOIN homes h USING (body) JOIN places p ON p.region_code IS NOT DISTINCT FROM h.region_code AND p.level IS NOT DISTINCT FROM h.level AND p.year = r.year
            """;
        // One report a body and year: official before mirrors, sure before unsure.
        yield return
            """
            CREATE TEMP TABLE picked AS SELECT record_id, body, name, place, genre, year FROM placed WHERE status <> 'review'
            QUALIFY ROW_NUMBER() OVER (PARTITION BY body, genre, year ORDER BY trust = 'official' DESC, confidence DESC, record_id) = 1
            """;
        // By name, so that what is asked of one body stands together.
        yield return
            """
            CREATE TEMP TABLE ordered AS SELECT ROW_NUMBER() OVER (ORDER BY genre, name, body, year) AS number, record_id, place, COALESCE(LAG(year) OVER (PARTITION BY body, genre ORDER BY year) = year - 1, false) AS follows
            FROM picked ORDER BY number
            """;
        yield return $"CREATE TEMP TABLE facts AS SELECT o.number, o.follows, r.* FROM ordered o JOIN (SELECT {Facts}, form, status, confidence, record_id FROM {records}) r USING (record_id) ORDER BY o.number";
        yield return
            """
            CREATE TEMP TABLE heads AS SELECT p.place, p.region_code, p.region_name, p.level, p.year, p.bodies_expected, COALESCE(r.bodies, 0) AS bodies_reported, COALESCE(c.bodies, 0) AS bodies_counted FROM places p
            LEFT JOIN (SELECT place, COUNT(DISTINCT body) AS bodies FROM placed GROUP BY place) r USING (place)
            LEFT JOIN (SELECT place, COUNT(DISTINCT body) AS bodies FROM picked GROUP BY place) c USING (place)
            ORDER BY p.place
            """;
        yield return "CREATE TEMP TABLE pairs (cell SMALLINT, number INTEGER, before DOUBLE, now DOUBLE)";
    }

    /// <summary>Statements that work through the cells, in their order: their sums by place, and the pairs of one year and the next.</summary>
    public IEnumerable<string> Cells()
    {
        foreach (var (part, cells) in _cells.Chunk(ColumnsAtOnce).Index())
        {
            yield return
                $"""
                CREATE OR REPLACE TEMP TABLE part AS SELECT o.place, o.follows{string.Concat(cells.Select(cell => $", r.{Name(cell)}"))}
                FROM ordered o JOIN (SELECT record_id{string.Concat(cells.Select(cell => $", {Name(cell)}"))} FROM {records}) r USING (record_id) ORDER BY o.number
                """;
            yield return
                $"""
                COPY (SELECT {string.Join(", ", cells.Select(cell => $"s.{Name(cell)}"))} FROM places p
                LEFT JOIN (SELECT place{string.Concat(cells.Select(cell => $", SUM({Name(cell)}) AS {Name(cell)}"))} FROM part GROUP BY place) s USING (place) ORDER BY p.place)
                TO {DuckSession.Quoted(Path.Combine(parts, SumsOf(part)))} (FORMAT parquet, ROW_GROUP_SIZE 2048)
                """;
            // Where there is a report on the year before, it is the row before.
            foreach (var cell in cells)
                yield return
                    $"""
                    INSERT INTO pairs SELECT {Array.IndexOf(_cells, cell)}, number, before, now FROM (SELECT rowid + 1 AS number, follows, LAG({Name(cell)}) OVER () AS before, {Name(cell)} AS now FROM part)
                    WHERE follows AND before IS NOT NULL AND now IS NOT NULL
                    """;
        }
    }

    /// <summary>What the view <c>panel</c> holds, in the order of the records, in which a body's stand together: to sort so many columns would take more memory than a release may.</summary>
    public string Panel =>
        $"SELECT {Facts}, form, status, confidence, record_id{string.Concat(_cells.Select(cell => $", {Name(cell)}"))} FROM {records} WHERE record_id IN (SELECT record_id FROM picked)";

    /// <summary>The views that are made of the cells, by name.</summary>
    public IEnumerable<(string Name, string Query)> OfCells()
    {
        yield return (
            "totals",
            $"""
            SELECT SUBSTR(h.region_code, 1, 2) AS province, h.* EXCLUDE (place), s.* FROM heads h
            POSITIONAL JOIN (SELECT * FROM {string.Join(" POSITIONAL JOIN ", _cells.Chunk(ColumnsAtOnce).Select((_, part) => DuckSession.Rows(parts, SumsOf(part))))}) s
            """);
        if (Rates().Count > 0)
            yield return ("rates", "SELECT *, part / NULLIF(whole, 0) AS share FROM shares");
        yield return (
            "year_on_year",
            $"""
            SELECT n.authority, n.body_id, n.region_code, n.region_name, n.level, n.genre, ([{string.Join(", ", _cells.Select(DuckSession.Quoted))}])[p.cell + 1] AS cell, n.year, p.before, p.now, p.now - p.before AS change,
                   (p.now - p.before) / NULLIF(p.before, 0) AS share, b.record_id AS record_before, n.record_id AS record_now
            FROM pairs p JOIN facts n USING (number) JOIN ordered b ON b.number = p.number - 1
            """);
    }

    private static string SumsOf(int part) => $"sums{part}.parquet";

    /// <summary>Statements that work out the rates, one after the other: each joins all records.</summary>
    public IEnumerable<string> Shares()
    {
        foreach (var (at, rate) in Rates().Index())
            yield return $"{(at == 0 ? "CREATE TEMP TABLE shares AS" : "INSERT INTO shares")} {rate} ORDER BY record_id";
    }

    // By the rate's name, which several forms may have.
    private List<string> Rates() =>
    [
        .. FormCatalog.Current.Forms.SelectMany(form => form.Rates.Select(rate => (Form: form, Rate: rate))).Where(one => one.Rate.Part.Concat(one.Rate.Whole).All(cell => columns.Contains(cell.Id.ToString())))
            .GroupBy(one => one.Rate.Id, StringComparer.Ordinal).OrderBy(rate => rate.Key, StringComparer.Ordinal)
            .Select(rate => $"SELECT * FROM ({string.Join(" UNION ALL ", rate.Select(one => Share(one.Form, one.Rate)))})"),
    ];

    private string Share(OfficialForm form, Rate rate) =>
        $"""
        SELECT {Facts}, record_id, {DuckSession.Quoted(rate.Id)} AS rate, {Sum(rate.Part)} AS part, {Sum(rate.Whole)} AS whole
        FROM facts JOIN (SELECT record_id{string.Concat(rate.Part.Concat(rate.Whole).Select(cell => cell.Id.ToString()).Distinct().Select(cell => $", {Name(cell)}"))} FROM {records}) USING (record_id)
        WHERE form = {DuckSession.Quoted(form.Id)}
        """;

    // A blank part counts nothing; a blank whole leaves the share unknown.
    private static string Sum(ImmutableArray<FormCell> cells) => cells is [var only] ? Name(only.Id) : $"CASE WHEN COALESCE({string.Join(", ", cells.Select(cell => Name(cell.Id)))}) IS NOT NULL THEN {string.Join(" + ", cells.Select(cell => $"COALESCE({Name(cell.Id)}, 0)"))} END";

    private static string Name(CellId cell) => Name(cell.ToString());

    private static string Name(string cell) => $"\"{cell}\"";
}
