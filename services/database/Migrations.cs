using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace Pipeline.Database;

/// <summary>
/// Brings a room's tables to the newest version. A room embeds its steps as <c>Migrations/001_name.sql</c>, …; a step is plain SQL that both
/// engines run, but for the words <c>{blob}</c> (bytes), <c>{identity}</c> (a self-counting primary key), <c>{timestamp}</c> and <c>{ordinal}</c>
/// (text that sorts by its code points on both); where that is not enough, a step is a pair <c>003_name.sqlite.sql</c> and <c>003_name.postgres.sql</c>.
/// Steps already taken are never edited: add one.
/// <para>
/// During an update programs of two versions share the database. A step therefore only adds (tables, indexes, columns that may be null), and an older
/// program works on beside it. A step that takes something away says so in its first line, <c>-- breaks older programs</c>: from then on they refuse to start.
/// A step that changes many rows begins with <c>-- in pieces</c>: it is one statement that changes some of them, and is repeated, each time in a transaction of
/// its own, until it changes none, so that nobody waits long for a row.
/// </para>
/// </summary>
public sealed class Migrations(PipelineDatabase database)
{
    // Any number that nothing else in the database uses: starters of several processes wait for one another on it.
    private const long AdvisoryLock = 7_204_117_001;

    private const string Breaking = "-- breaks older programs";

    private const string InPieces = "-- in pieces";

    // A step over millions of rows takes minutes, and so long do the other starters wait for it.
    private const int NoLimit = 0;

    /// <param name="room">Name under which the versions are counted, such as "store".</param>
    /// <param name="assembly">Assembly that embeds the steps.</param>
    /// <exception cref="InvalidOperationException">A newer program changed the database so that this one cannot use it, or steps are missing in one that cannot be written.</exception>
    public async Task Apply(string room, Assembly assembly, CancellationToken cancellation)
    {
        var steps = Steps(assembly);
        await using var connection = await database.Open(cancellation);
        if (!database.CanWrite)
        {
            await Look(connection, room, steps);
            return;
        }

        var taken = 0;
        while (await TakeNext(connection, room, steps, cancellation))
            taken++;
        if (taken > 0)
            await database.Analyse(connection);
    }

    private static async Task Look(DbConnection connection, string room, IReadOnlyList<(int Version, string Sql)> steps)
    {
        var applied = (await connection.QueryAsync<int>("SELECT version FROM schema_versions WHERE room = @room", new { room })).ToHashSet();
        RefuseNewer(room, steps, await connection.QueryAsync<int>("SELECT version FROM schema_breaks WHERE room = @room ORDER BY version", new { room }));
        if (steps.Any(step => !applied.Contains(step.Version)))
            throw new InvalidOperationException("The database is of an older program, and cannot be written to bring it up to date: let its owner run any command of this program on it once, or copy the data folder.");
    }

    private static void RefuseNewer(string room, IReadOnlyList<(int Version, string Sql)> steps, IEnumerable<int> breaks)
    {
        var known = steps.Select(step => step.Version).ToHashSet();
        if (breaks.FirstOrDefault(version => !known.Contains(version)) is var unknown and > 0)
            throw new InvalidOperationException($"The database was brought to version {unknown} of the {room} tables, which this program (version {known.Append(0).Max()}) cannot use: start the newer program.");
    }

    /// <summary>Takes one step, or one piece of it, in a transaction of its own: what it locks is free again before the next.</summary>
    /// <returns>False when no step is missing.</returns>
    private async Task<bool> TakeNext(DbConnection connection, string room, IReadOnlyList<(int Version, string Sql)> steps, CancellationToken cancellation)
    {
        await using var transaction = await BeginExclusive(connection, cancellation);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_versions (room TEXT NOT NULL, version INTEGER NOT NULL, applied_at TEXT NOT NULL, PRIMARY KEY (room, version))", transaction: transaction);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_breaks (room TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (room, version))", transaction: transaction);
        var applied = (await connection.QueryAsync<int>("SELECT version FROM schema_versions WHERE room = @room", new { room }, transaction)).ToHashSet();
        RefuseNewer(room, steps, await connection.QueryAsync<int>("SELECT version FROM schema_breaks WHERE room = @room ORDER BY version", new { room }, transaction));
        var isMissing = false;
        foreach (var (version, sql) in steps.Where(step => !applied.Contains(step.Version)).Take(1))
        {
            isMissing = true;
            var changed = await connection.ExecuteAsync(ForEngine(sql), transaction: transaction, commandTimeout: NoLimit);
            if (!sql.StartsWith(InPieces, StringComparison.Ordinal) || changed == 0)
                await Note(connection, transaction, room, version, sql);
        }

        await transaction.CommitAsync(cancellation);
        return isMissing;
    }

    private static async Task Note(DbConnection connection, DbTransaction transaction, string room, int version, string sql)
    {
        var now = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        await connection.ExecuteAsync("INSERT INTO schema_versions (room, version, applied_at) VALUES (@room, @version, @now)", new { room, version, now }, transaction);
        if (sql.StartsWith(Breaking, StringComparison.Ordinal))
            await connection.ExecuteAsync("INSERT INTO schema_breaks (room, version) VALUES (@room, @version)", new { room, version }, transaction);
    }

    private async Task<DbTransaction> BeginExclusive(DbConnection connection, CancellationToken cancellation)
    {
        // Microsoft.Data.Sqlite begins serialisable transactions as BEGIN IMMEDIATE: the first starter writes, the others wait.
        var transaction = await connection.BeginTransactionAsync(cancellation);
        if (database.Engine == DatabaseEngine.Postgres)
            await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@key)", new { key = AdvisoryLock }, transaction, commandTimeout: NoLimit);
        return transaction;
    }

    private string ForEngine(string sql) => database.Engine == DatabaseEngine.Sqlite
        ? sql.Replace("{blob}", "BLOB", StringComparison.Ordinal).Replace("{identity}", "INTEGER PRIMARY KEY AUTOINCREMENT", StringComparison.Ordinal).Replace("{timestamp}", "TEXT", StringComparison.Ordinal).Replace("{ordinal}", "", StringComparison.Ordinal)
        : sql.Replace("{blob}", "BYTEA", StringComparison.Ordinal).Replace("{identity}", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", StringComparison.Ordinal).Replace("{timestamp}", "TIMESTAMPTZ", StringComparison.Ordinal).Replace("{ordinal}", "COLLATE \"C\"", StringComparison.Ordinal);

    private List<(int Version, string Sql)> Steps(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Migrations.", StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Where(name => !name.EndsWith(database.Engine == DatabaseEngine.Sqlite ? ".postgres.sql" : ".sqlite.sql", StringComparison.Ordinal))
            .Select(name => (int.Parse(name.Split(".Migrations.")[1].Split('_')[0], CultureInfo.InvariantCulture), ReadText(assembly, name)))
            .OrderBy(step => step.Item1),
    ];

    private static string ReadText(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
