using DuckDB.NET.Data;

namespace Pipeline.Releases.Questions;

/// <summary>
/// Writes the records' Parquet file once more in larger groups of rows. While it is filled each row takes kilobytes, so that its groups are small; questions then pay for
/// every column of every group before they read a value.
/// </summary>
internal static class WideTable
{
    private const int RowsAtOnce = 8_192;

    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Regroup(string folder, string file, CancellationToken cancellation)
    {
        var (path, regrouped) = (Path.Combine(folder, file), Path.Combine(folder, $"{file}.regrouped"));
        using (var duck = DuckSession.Open(folder))
        {
            try
            {
                DuckSession.Run(duck, $"SET threads = 1; COPY (SELECT * FROM {DuckSession.Rows(folder, file)}) TO {DuckSession.Quoted(regrouped)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {RowsAtOnce})", cancellation);
            }
            catch (DuckDBException error)
            {
                cancellation.ThrowIfCancellationRequested();
                throw new IOException(error.Message.Split('\n')[0], error);
            }
        }

        File.Move(regrouped, path, overwrite: true);
    }
}
