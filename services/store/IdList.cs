using System.Data.Common;
using System.Text.Json;
using Npgsql;

namespace Pipeline.Store;

/// <summary>
/// Row ids as one parameter. Written into the statement they would make each text a new one, which the engine plans anew and for which Dapper compiles a reader
/// anew: more work than the query itself.
/// </summary>
internal static class IdList
{
    /// <summary>What follows the column in a condition: that it is among the ids of the parameter <c>@ids</c>, whose value is <see cref="Text"/>.</summary>
    public static string Among(DbConnection connection) => Among(connection, "@ids");

    /// <param name="ids">Expression of SQL for such a text.</param>
    public static string Among(DbConnection connection, string ids) => connection is NpgsqlConnection
        // An array and not a set of rows: only of it PostgreSQL knows that an index will do.
        ? $"= ANY(ARRAY(SELECT CAST(listed AS BIGINT) FROM json_array_elements_text(CAST({ids} AS JSON)) AS listed))"
        : $"IN (SELECT value FROM json_each({ids}))";

    public static string Text(IEnumerable<long> ids) => JsonSerializer.Serialize(ids);
}
