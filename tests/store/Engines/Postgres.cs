using Dapper;
using Npgsql;
using Pipeline.Database;

namespace Pipeline.Store.Tests.Engines;

/// <summary>A schema of its own in the one server: as good as a database, and made in a millisecond.</summary>
public sealed class Postgres : IEngine
{
    private readonly string _schema = $"test_{Guid.NewGuid():N}";

    public async Task<PipelineDatabase> Create()
    {
        var server = PostgresServer.ConnectionString;
        await using var connection = new NpgsqlConnection(server);
        await connection.ExecuteAsync($"CREATE SCHEMA {_schema}");
        return PipelineDatabase.Postgres($"{server};Search Path={_schema};Maximum Pool Size=10");
    }

    public async ValueTask DisposeAsync()
    {
        await using var connection = new NpgsqlConnection(PostgresServer.ConnectionString);
        await connection.ExecuteAsync($"DROP SCHEMA IF EXISTS {_schema} CASCADE");
    }
}
