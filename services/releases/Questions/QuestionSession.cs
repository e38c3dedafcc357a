using System.Data.Common;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Pipeline.Releases.Questions;

/// <summary>
/// Answers questions in SQL over the Parquet files of a folder. It reads these files and nothing else: the engine is locked before the first question, takes
/// single queries alone, and stops what takes too long.
/// </summary>
public sealed class QuestionSession : IDisposable
{
    private readonly DuckDBConnection _duck;
    private readonly QuestionBounds _bounds;
    private readonly DirectoryInfo _spill;

    private QuestionSession(DuckDBConnection duck, QuestionBounds bounds, DirectoryInfo spill)
    {
        _duck = duck;
        _bounds = bounds;
        _spill = spill;
    }

    /// <param name="folder">Holds one Parquet file a table.</param>
    /// <param name="target">Parquet file into which an answer may be written; null for none.</param>
    /// <exception cref="QuestionException">The folder holds no tables, or damaged ones.</exception>
    public static QuestionSession Open(string folder, QuestionBounds bounds, string? target = null)
    {
        var files = Tables(folder);
        if (!files.ContainsKey("records"))
            throw new QuestionException($"There is no release in {folder}: name a folder that pipeline release wrote.");
        var spill = Directory.CreateTempSubdirectory("pipeline-sql");
        var session = new QuestionSession(DuckSession.Open(spill.FullName), bounds, spill);
        try
        {
            // A release of an earlier version has no views: they are made for this session.
            if (!files.ContainsKey("panel"))
                ViewFiles.Write(folder, spill.FullName, default);
            session.Prepare([.. files.Values, .. Tables(spill.FullName).Values], target);
            return session;
        }
        catch (Exception error) when (error is DuckDBException or IOException)
        {
            session.Dispose();
            throw new QuestionException($"The tables in {folder} cannot be read ({FirstLine(error.Message)}): compare them with SHA256SUMS, or write the release again.");
        }
    }

    /// <summary>Asks; the answer is read as it is made.</summary>
    /// <exception cref="QuestionException">It is no single query, it is wrong, or it took too long.</exception>
    public void Ask(string sql, Action<DbDataReader> answer, CancellationToken cancellation)
    {
        var query = SingleQuery(sql);
        Bounded(query, command =>
        {
            command.UseStreamingMode = true;
            using var reader = command.ExecuteReader();
            answer(reader);
        }, cancellation);
    }

    /// <summary>Asks, and writes the answer into the Parquet file that the session was opened with.</summary>
    /// <exception cref="QuestionException">As for <see cref="Ask"/>, or the file cannot be written.</exception>
    public void Write(string sql, string target, CancellationToken cancellation) =>
        Bounded($"COPY (\n{SingleQuery(sql)}\n) TO {DuckSession.Quoted(Path.GetFullPath(target))} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)", command => command.ExecuteNonQuery(), cancellation);

    public void Dispose()
    {
        _duck.Dispose();
        _spill.Delete(recursive: true);
    }

    /// <summary>The Parquet files of a folder, by table.</summary>
    private static SortedDictionary<string, string> Tables(string folder) => new(
        Directory.Exists(folder) ? Directory.EnumerateFiles(Path.GetFullPath(folder), "*.parquet").ToDictionary(file => Path.GetFileNameWithoutExtension(file)) : [], StringComparer.Ordinal);

    private void Prepare(IReadOnlyList<string> files, string? target)
    {
        foreach (var file in files)
            DuckSession.Run(_duck, $"CREATE VIEW \"{Path.GetFileNameWithoutExtension(file)}\" AS SELECT * FROM read_parquet({DuckSession.Quoted(file)})");
        var allowed = target is null ? files : [.. files, Path.GetFullPath(target)];
        DuckSession.Run(
            _duck,
            $"""
            SET parquet_metadata_cache = true; SET memory_limit = '{_bounds.MemoryMegabytes}MB'; SET max_temp_directory_size = '{_bounds.MemoryMegabytes * 4}MB'; SET allowed_paths = [{string.Join(", ", allowed.Select(DuckSession.Quoted))}];
            SET enable_external_access = false; SET lock_configuration = true
            """);
    }

    /// <summary>The query, when it is just one and nothing but a query.</summary>
    private string SingleQuery(string sql)
    {
        var query = sql.TrimEnd(' ', '\t', '\r', '\n', ';');
        // In brackets only a query can stand; what closes them and goes on is more than one statement.
        if (Statements(query, out var problem) == 1 && Statements($"SELECT * FROM (\n{query}\n) AS answer", out _) == 1)
            return query;
        throw new QuestionException(problem is { Length: > 0 } ? FirstLine(problem) : "Only a single query is answered: SELECT, WITH, FROM, DESCRIBE, SUMMARIZE or SHOW TABLES. Nothing is written, attached or loaded here.");
    }

    private int Statements(string sql, out string? problem)
    {
        var count = NativeMethods.ExtractStatements.DuckDBExtractStatements(_duck.NativeConnection, sql, out var statements);
        using (statements)
        {
            problem = count > 0 ? null : NativeMethods.ExtractStatements.DuckDBExtractStatementsError(statements);
            return count;
        }
    }

    private void Bounded(string sql, Action<DuckDBCommand> run, CancellationToken cancellation)
    {
        using var command = _duck.CreateCommand();
        command.CommandText = sql;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(_bounds.Time);
        using var stop = late.Token.Register(command.Cancel);
        try
        {
            run(command);
        }
        catch (Exception error) when (late.IsCancellationRequested && error is DuckDBException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new QuestionException($"Stopped after {_bounds.Time.TotalSeconds:0} seconds: ask for less, or allow more with --timeout SECONDS.");
        }
        catch (DuckDBException error)
        {
            throw new QuestionException(FirstLine(error.Message));
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();
}
