using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Pipeline.Database;

/// <summary>Opens connections to the one database that crawler and store share; each room owns its tables.</summary>
public sealed class PipelineDatabase : IAsyncDisposable
{
    private readonly string? _sqlite;
    private readonly NpgsqlDataSource? _postgres;
    private readonly NpgsqlDataSource? _units;

    private PipelineDatabase(DatabaseEngine engine, string? sqlite, NpgsqlDataSource? postgres, NpgsqlDataSource? units, bool canWrite = true)
    {
        Engine = engine;
        CanWrite = canWrite;
        _sqlite = sqlite;
        _postgres = postgres;
        _units = units;
    }

    public DatabaseEngine Engine { get; }

    /// <summary>False where the file was opened to be looked at only.</summary>
    public bool CanWrite { get; }

    /// <param name="path">File of the database; created when it does not exist, in a folder that does.</param>
    public static PipelineDatabase Sqlite(string path) => new(
        DatabaseEngine.Sqlite,
        // Writers of one file take turns; half a minute of waiting is a full disk or a dead lock, not load.
        new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30, ForeignKeys = true }.ToString(),
        null,
        null);

    /// <summary>A file that this process may not write, or whose folder it may not: somebody else's, a backup, a disk mounted read-only.</summary>
    public static PipelineDatabase SqliteToRead(string path)
    {
        // Without the two files that a writer keeps beside it, SQLite would have to make them; nobody writes then, and it is told so.
        var source = File.Exists($"{path}-wal") ? path : $"{new Uri(Path.GetFullPath(path)).AbsoluteUri}?immutable=1";
        return new(DatabaseEngine.Sqlite, new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 30 }.ToString(), null, null, canWrite: false);
    }

    /// <summary>Whether something was to be changed in a database that may only be looked at.</summary>
    public static bool IsRefusedChange(Exception error) => error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_READONLY };

    /// <param name="connectionString">As Npgsql reads it: <c>Host=…;Database=…;Username=…;Password=…</c>.</param>
    public static PipelineDatabase Postgres(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // Every unit of work runs the same few dozen statements: prepared once per connection, unless the setting says otherwise.
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 100;
        // Nobody changes a session after its first statement: locks and settings end with their transaction, so there is nothing to reset, in eight statements, before each unit of work.
        settings.NoResetOnClose = true;
        var units = new NpgsqlDataSourceBuilder(settings.ToString());
        // Else a connection that knew the tables when they were small takes every later plan for a dear one, and looks for a better each time.
        const string OnePlan = "SET plan_cache_mode = force_generic_plan";
        units.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var setting = new NpgsqlCommand(OnePlan, connection);
                setting.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var setting = new NpgsqlCommand(OnePlan, connection);
                await setting.ExecuteNonQueryAsync();
            });
        return new PipelineDatabase(DatabaseEngine.Postgres, null, NpgsqlDataSource.Create(settings), units.Build());
    }

    /// <summary>An open connection, for one unit of work: dispose it soon.</summary>
    public async Task<DbConnection> Open(CancellationToken cancellation)
    {
        if (_postgres is not null)
            return await _postgres.OpenConnectionAsync(cancellation);
        var connection = new SqliteConnection(_sqlite);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var pragma = connection.CreateCommand();
            // WAL lets readers go on while one writer commits; NORMAL keeps every commit over a killed process.
            // SQLite's own waiting looks again after milliseconds, the provider's only after a sixth of a second.
            pragma.CommandText = CanWrite ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 30000;" : "PRAGMA busy_timeout = 30000;";
            await pragma.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <see cref="Open"/>, for a unit of work whose statements find their rows by keys, the same few each time.</summary>
    public async Task<DbConnection> OpenUnit(CancellationToken cancellation) =>
        _units is not null ? await _units.OpenConnectionAsync(cancellation) : await Open(cancellation);

    /// <summary>
    /// Lets the engine look how its tables have grown, by which it chooses between indexes. PostgreSQL does so by itself; SQLite is told after a crawl and a migration,
    /// and takes a sample, in milliseconds.
    /// </summary>
    public async Task Analyse(DbConnection connection)
    {
        if (Engine == DatabaseEngine.Postgres)
            return;
        await using var pragma = connection.CreateCommand();
        // All tables that have grown tenfold, or were never looked at.
        pragma.CommandText = "PRAGMA analysis_limit = 1000; PRAGMA optimize = 0x10002";
        await pragma.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null && _units is not null)
        {
            await _units.DisposeAsync();
            await _postgres.DisposeAsync();
            return;
        }

        SqliteConnection.ClearPool(new SqliteConnection(_sqlite));
    }
}
