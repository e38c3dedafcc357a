using System.Data.Common;
using Dapper;
using Pipeline.Database;

namespace Pipeline.Crawler.Frontier;

/// <summary>
/// Runs the frontier's units of work. SQLite has one writer, so one connection is kept open and taken in turns: opening costs more than a page.
/// PostgreSQL gets a pooled connection for each.
/// </summary>
public sealed class FrontierDatabase(PipelineDatabase database) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DbConnection? _kept;
    private volatile bool _isPrepared;

    public bool IsPostgres => database.Engine == DatabaseEngine.Postgres;

    /// <summary>Whether units of work share one connection that stays open.</summary>
    public bool KeepsConnection => !IsPostgres;

    /// <summary>Applies the room's migrations, once for this process.</summary>
    public async Task Prepare(CancellationToken cancellation)
    {
        if (_isPrepared)
            return;
        await new Migrations(database).Apply("crawler", typeof(FrontierDatabase).Assembly, cancellation);
        _isPrepared = true;
    }

    /// <summary>Runs reads and single statements.</summary>
    public async Task<T> Use<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (IsPostgres)
        {
            await using var pooled = await database.Open(cancellation);
            return await work(pooled);
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            return await work(await Kept(cancellation));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Runs statements that count all or not at all.</summary>
    public Task<T> Transact<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellation) => Use(
        async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var result = await work(connection, transaction);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        },
        cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_kept is not null)
            await _kept.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<DbConnection> Kept(CancellationToken cancellation)
    {
        if (_kept is null)
        {
            _kept = await database.Open(cancellation);
            // Another room may hold the write lock for a moment: SQLite's own waiting is finer than the driver's.
            await _kept.ExecuteAsync("PRAGMA busy_timeout = 30000; PRAGMA temp_store = MEMORY;");
        }

        return _kept;
    }
}
