using System.Data.Common;
using DuckDB.NET.Data;

namespace Pipeline.Releases.Questions;

/// <summary>
/// Writes the ready-made views as Parquet files beside the tables, so that a question reads what it asks for instead of adding everything up again. The same tables
/// give the same bytes.
/// </summary>
internal static class ViewFiles
{
    // What is asked of one body is in one group of rows, and of one cell in few.
    private const int RowsAtOnce = 20_480;

    private const int WideRowsAtOnce = 4_096;

    // Totals are asked for whole: each group of rows costs a start of each of its columns.
    private const int TotalsAtOnce = 8_192;

    /// <param name="tables">Folder with <c>records.parquet</c>.</param>
    /// <param name="folder">Where the views are written, and what does not fit into memory meanwhile.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Write(string tables, string folder, CancellationToken cancellation)
    {
        using var duck = DuckSession.Open(folder);
        var parts = Directory.CreateDirectory(Path.Combine(folder, "parts"));
        try
        {
            // Rows stay in their order only where one thread writes them.
            DuckSession.Run(duck, "SET threads = 1", cancellation);
            var records = DuckSession.Rows(tables, "records.parquet");
            var views = new QuestionViews(records, Columns(duck, records), parts.FullName);
            foreach (var statement in views.Preparation())
                DuckSession.Run(duck, statement, cancellation);
            // The widest one, while little else is in memory: its writer holds a block of every column.
            Copy("panel", views.Panel);
            foreach (var statement in views.Cells().Concat(views.Shares()))
                DuckSession.Run(duck, statement, cancellation);
            foreach (var (view, query) in views.OfCells())
                Copy(view, query);
        }
        catch (DuckDBException error)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new IOException(error.Message.Split('\n')[0], error);
        }
        finally
        {
            parts.Delete(recursive: true);
        }

        void Copy(string view, string query) =>
            DuckSession.Run(duck, $"COPY ({query}) TO {DuckSession.Quoted(Path.Combine(folder, $"{view}.parquet"))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {GroupOf(view)})", cancellation);
    }

    private static int GroupOf(string view) => view switch
    {
        "year_on_year" => RowsAtOnce,
        "totals" => TotalsAtOnce,
        _ => WideRowsAtOnce,
    };

    private static HashSet<string> Columns(DbConnection duck, string records)
    {
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT column_name FROM (DESCRIBE SELECT * FROM {records})";
        using var reader = command.ExecuteReader();
        var columns = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
            columns.Add(reader.GetString(0));
        return columns;
    }
}
