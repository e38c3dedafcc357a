using System.Data.Common;
using MassTransit;
using Microsoft.Data.Sqlite;
using Pipeline.Database;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.Host.Composition;

/// <summary>Tells errors of the world from errors of the program: the database or the broker went away while a command used it.</summary>
internal static class Outage
{
    // Busy, locked, input/output error, full, cannot be opened: what SQLite says of its disk.
    private static readonly int[] DiskErrors = [5, 6, 10, 13, 14];

    // The file is malformed, or no database at all.
    private static readonly int[] DamageErrors = [11, 26];

    /// <param name="file">The database.</param>
    /// <returns>One line on a database that is damaged and what to do; null when the error is another.</returns>
    public static string? Damage(Exception error, string file) => error is SqliteException sqlite && DamageErrors.Contains(sqlite.SqliteErrorCode)
        ? $"The database {file} is damaged ({error.Message.TrimEnd('.')}). Stop everything that uses it, see how far with: sqlite3 {file} \"PRAGMA integrity_check\", then restore a backup, or have it made anew from the snapshots and the journal beside them with: pipeline rebuild --data DIR. The damaged one is kept."
        : null;

    /// <returns>One line on what went away; null when the error is the program's own.</returns>
    public static string? Of(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (Damage(cause, "pipeline.db") is { } damage)
                return damage;
            if (PipelineDatabase.IsRefusedChange(cause))
                return "This would change what is stored, which may only be looked at here: let its owner do it, or work on a copy of the data folder (--data DIR). Nothing was changed.";
            if (cause is SqliteException sqlite && DiskErrors.Contains(sqlite.SqliteErrorCode))
                return $"The database cannot be written or read any more ({cause.Message}): look at its disk, then start again. Nothing that was stored is lost.";
            if (cause is DbException { IsTransient: true })
                return $"The database went away ({cause.Message}): start again when it is back. Nothing that was stored is lost.";
            if (cause is RabbitMQClientException or ConnectionException)
                return $"RabbitMQ went away ({cause.Message}): start again when it is back. Nothing that was stored is lost.";
        }

        return null;
    }
}
