using System.Data.Common;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Pipeline.Releases.Questions;

/// <summary>A DuckDB in memory with bounds: it asks Parquet files and keeps nothing.</summary>
internal static class DuckSession
{
    // A third of what a release may take; the library takes as much besides. What needs more is written beside and read again.
    private const string Memory = "112MB";

    // For what can only be worked through in memory, of more records than a country gives in ten years.
    private const string MostMemory = "512MB";

    /// <param name="spill">Folder for what does not fit into memory.</param>
    public static DuckDBConnection Open(string spill)
    {
        // What filling tables took is given back first: the engine has memory of its own.
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Run(connection, $"SET memory_limit = '{Memory}'; SET temp_directory = {Quoted(spill)}; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; SET TimeZone = 'UTC'; SET allocator_flush_threshold = '8MB'");
        return connection;
    }

    /// <summary>Runs a statement; one that the memory does not suffice for once more, with more of it.</summary>
    public static void Run(DbConnection connection, string sql, CancellationToken cancellation = default)
    {
        try
        {
            Execute(connection, sql, cancellation);
        }
        catch (DuckDBException error) when (error.ErrorType == DuckDBErrorType.OutOfMemory)
        {
            Execute(connection, $"SET memory_limit = '{MostMemory}'", cancellation);
            Execute(connection, sql, cancellation);
        }
    }

    /// <summary>A text as a literal of SQL.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The rows of a Parquet file as a table expression.</summary>
    public static string Rows(string folder, string file) => $"read_parquet({Quoted(Path.Combine(folder, file))})";

    private static void Execute(DbConnection connection, string sql, CancellationToken cancellation)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var stop = cancellation.Register(command.Cancel);
        command.ExecuteNonQuery();
    }
}
