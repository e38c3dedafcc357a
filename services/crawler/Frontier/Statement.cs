using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Pipeline.Crawler.Frontier;

/// <summary>
/// A statement of every page's visit, prepared once for each connection: preparing costs more than running it. Its parameters are given by
/// position and named <c>@p0</c>, <c>@p1</c>, ….
/// </summary>
internal sealed class Statement(string sql)
{
    private readonly ConditionalWeakTable<DbConnection, DbCommand> _prepared = [];

    /// <param name="keeps">Whether the connection stays open, so that the command is worth keeping.</param>
    public async Task<int> Run(DbConnection connection, DbTransaction? transaction, bool keeps, params object?[] values)
    {
        var command = Command(connection, transaction, keeps, values);
        try
        {
            return await command.ExecuteNonQueryAsync();
        }
        finally
        {
            if (!keeps)
                await command.DisposeAsync();
        }
    }

    /// <summary>Gives every row to <paramref name="read"/>.</summary>
    public async Task<List<T>> Read<T>(DbConnection connection, bool keeps, Func<DbDataReader, T> read, params object?[] values)
    {
        var command = Command(connection, null, keeps, values);
        try
        {
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(read(reader));
            return rows;
        }
        finally
        {
            if (!keeps)
                await command.DisposeAsync();
        }
    }

    private DbCommand Command(DbConnection connection, DbTransaction? transaction, bool keeps, object?[] values)
    {
        DbCommand? command = null;
        if (!keeps || !_prepared.TryGetValue(connection, out command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }

            if (keeps)
                _prepared.Add(connection, command);
        }

        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
