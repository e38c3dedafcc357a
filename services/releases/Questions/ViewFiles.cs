using System.Data.Common;
using DuckDB.NET.Data;

namespace Pipeline.Releases.Questions;

/// <summary>
/// Writes the ready-made views as Parquet files beside the tables, so that a question reads what it asks for instead of adding everything up again. The same tables
/// give the same bytes.
/// </summary>
internal static class ViewFiles
{
    // A batch of the panel holds a value for each cell of each form.
    private const int RowsOfPanel = 10_000;

    private const int Rows = 100_000;

    /// <param name="tables">Folder with <c>records.parquet</c>.</param>
    /// <param name="folder">Where the views are written.</param>
    /// <returns>The files' names.</returns>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static IReadOnlyList<string> Write(string tables, string folder, CancellationToken cancellation)
    {
        using var duck = DuckSession.Open(folder);
        // Rows stay in their order only where one thread writes them.
        DuckSession.Run(duck, "SET threads = 1");
        try
        {
            var records = DuckSession.Rows(tables, "records.parquet");
            var columns = Columns(duck, records);
            foreach (var statement in QuestionViews.Preparation(records, columns))
                DuckSession.Run(duck, statement, cancellation);
            var files = new List<string>();
            foreach (var (name, query) in QuestionViews.All(columns))
            {
                files.Add($"{name}.parquet");
                DuckSession.Run(duck, $"COPY ({query}) TO {DuckSession.Quoted(Path.Combine(folder, files[^1]))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {(name == "panel" ? RowsOfPanel : Rows)})", cancellation);
            }

            return files;
        }
        catch (DuckDBException error)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new IOException(error.Message.Split('\n')[0], error);
        }
    }

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
