using System.Data.Common;
using System.Globalization;
using System.Text;
using Pipeline.Releases.Describing;
using Pipeline.Releases.Questions;

namespace Pipeline.Releases.Publishing;

/// <summary>
/// Tells a release from the one before: records added and withdrawn, cells whose best value is another, and who changed it. Records are the same where their
/// key is; only those that were read anew or decided about are compared cell by cell.
/// </summary>
internal static class ReleaseChanges
{
    public const string File = "CHANGES.md";

    private const string ListFile = "changes.csv";

    // A person reads the first ones; the list has all.
    private const int Shown = 30;

    private static readonly string[] Columns = ["change", "record_key", "authority", "year", "cell", "before", "after", "changed_by"];

    public static ChangeCounts Write(string folder, ReleaseAbout about, ReleaseFolder? before)
    {
        if (before is null)
        {
            System.IO.File.WriteAllText(Path.Combine(folder, File), $"# {about.Id}\n\nThe first release: there is none before it.\n");
            return new ChangeCounts(null, 0, 0, 0);
        }

        using var duck = DuckSession.Open(folder);
        DuckSession.Run(duck, Compare(folder, before.Path));
        DuckSession.Run(duck, $"COPY (SELECT {string.Join(", ", Columns.Select(Safe))} FROM changes ORDER BY ALL) TO {DuckSession.Quoted(Path.Combine(folder, ListFile))} (FORMAT csv, HEADER)");
        var counts = new ChangeCounts(before.Id, Count(duck, "added"), Count(duck, "withdrawn"), Count(duck, "corrected"));
        System.IO.File.WriteAllText(Path.Combine(folder, File), Page(duck, about, before, counts));
        return counts;
    }

    private static string Compare(string now, string before) =>
        $"""
        CREATE TEMP TABLE now AS SELECT record_key, record_id, authority, year, snapshot, extractor, stored_at, decided_at FROM {DuckSession.Rows(now, "records.parquet")};
        CREATE TEMP TABLE old AS SELECT record_key, record_id, authority, year, snapshot, extractor, stored_at, decided_at FROM {DuckSession.Rows(before, "records.parquet")};
        CREATE TEMP TABLE pairs AS
            SELECT now.record_id AS now_id, old.record_id AS old_id, now.record_key, now.authority, now.year, now.snapshot <> old.snapshot AS other_bytes, now.extractor <> old.extractor AS other_extractor, now.extractor
            FROM now JOIN old USING (record_key) WHERE (now.snapshot, now.stored_at, now.decided_at) IS DISTINCT FROM (old.snapshot, old.stored_at, old.decided_at);
        CREATE TEMP TABLE changes AS
            SELECT 'added' AS change, record_key, authority, year, NULL AS cell, NULL::DOUBLE AS before, NULL::DOUBLE AS after, NULL AS changed_by FROM now WHERE record_key NOT IN (SELECT record_key FROM old)
            UNION ALL
            SELECT 'withdrawn', record_key, authority, year, NULL, NULL, NULL, NULL FROM old WHERE record_key NOT IN (SELECT record_key FROM now)
            UNION ALL
            SELECT 'corrected', p.record_key, p.authority, p.year, n.cell, o.best_value, n.best_value,
                   CASE WHEN n.verdict = 'corrected' THEN n.reviewer WHEN other_bytes THEN 'another publication' WHEN other_extractor THEN 'extractor ' || extractor ELSE 'pipeline' END
            FROM pairs p
            JOIN (SELECT * FROM {DuckSession.Rows(now, "cells.parquet")} WHERE record_id IN (SELECT now_id FROM pairs)) n ON n.record_id = p.now_id
            LEFT JOIN (SELECT * FROM {DuckSession.Rows(before, "cells.parquet")} WHERE record_id IN (SELECT old_id FROM pairs)) o ON o.record_id = p.old_id AND o.cell = n.cell
            WHERE n.best_value IS DISTINCT FROM o.best_value
        """;

    // As the other CSV files: no text runs in a spreadsheet.
    private static string Safe(string column) => column is "authority" or "changed_by" or "record_key"
        ? $"CASE WHEN regexp_matches({column}, '^[=+@\\t\\r\\n＝＋－＠-]') THEN '''' || {column} ELSE {column} END AS {column}"
        : column;

    private static long Count(DbConnection duck, string change)
    {
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM changes WHERE change = '{change}'";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string Page(DbConnection duck, ReleaseAbout about, ReleaseFolder before, ChangeCounts counts)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {about.Id}\n\nAgainst release {before.Id}: {counts.Added} records added, {counts.Withdrawn} withdrawn, {counts.Corrected} cells with another value. {ListFile} has all.\n");
        if (about.Filter != before.Filter)
            page.Append(CultureInfo.InvariantCulture, $"\nThe two releases are not of the same part of the data: this one has \"{about.Filter}\", that one \"{before.Filter}\".\n");
        Add(page, duck, "added", "authority || ' ' || COALESCE(year::TEXT, '')");
        Add(page, duck, "withdrawn", "authority || ' ' || COALESCE(year::TEXT, '')");
        Add(page, duck, "corrected", "COALESCE(authority, '') || ' ' || COALESCE(year::TEXT, '') || ', ' || cell || ': ' || COALESCE(before::TEXT, 'blank') || ' is now ' || COALESCE(after::TEXT, 'blank') || ', by ' || changed_by");
        return page.ToString();
    }

    private static void Add(StringBuilder page, DbConnection duck, string change, string line)
    {
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT COALESCE({line}, record_key) FROM changes WHERE change = '{change}' ORDER BY record_key, cell LIMIT {Shown}";
        using var reader = command.ExecuteReader();
        for (var first = true; reader.Read(); first = false)
            page.Append(CultureInfo.InvariantCulture, $"{(first ? $"\n## {char.ToUpperInvariant(change[0])}{change[1..]}\n\n" : "")}- {reader.GetString(0)}\n");
    }
}
