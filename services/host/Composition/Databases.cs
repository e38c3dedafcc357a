using System.Data.Common;
using Pipeline.Database;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Settings;
using Pipeline.Store;

namespace Pipeline.Host.Composition;

/// <summary>Opens the database that the settings name and brings its tables to the newest version.</summary>
internal static class Databases
{
    /// <exception cref="CommandFailedException">It cannot be opened, with the reason.</exception>
    public static async Task<PipelineDatabase> Open(DatabaseSettings settings, DataFolder data, CancellationToken cancellation)
    {
        var database = settings.Kind == DatabaseKind.Postgres ? PipelineDatabase.Postgres(settings.ConnectionString!) : data.CanWrite ? PipelineDatabase.Sqlite(data.Database) : PipelineDatabase.SqliteToRead(data.Database);
        try
        {
            await StoreSchema.Migrate(database, cancellation);
            return database;
        }
        catch (DbException error)
        {
            await database.DisposeAsync();
            throw new CommandFailedException(settings.Kind == DatabaseKind.Postgres
                ? $"PostgreSQL cannot be used ({FirstLine(error)}): start it, or check the setting database.connectionString."
                : Outage.Damage(error, data.Database) ?? $"The database {data.Database} cannot be used ({FirstLine(error)}): make it writable, restore it from a backup, or choose another folder with --data DIR.");
        }
        catch (InvalidOperationException error)
        {
            await database.DisposeAsync();
            throw new CommandFailedException(error.Message);
        }
    }

    // PostgreSQL adds the place in the statement on lines of its own.
    private static string FirstLine(DbException error) => error.Message.Split('\n')[0].TrimEnd();
}
