using System.Data.Common;
using Dapper;
using Pipeline.Database;

namespace Pipeline.Store;

/// <summary>
/// Locks by name, held until the transaction ends. On SQLite a writing transaction excludes all others anyway.
/// Always the site first and then the authorities in order, so that two transactions never wait for each other.
/// </summary>
internal static class StoreLocks
{
    public static Task Site(DbTransaction transaction, DatabaseEngine engine, string site) => Take(transaction, engine, ["site " + site]);

    public static Task Authorities(DbTransaction transaction, DatabaseEngine engine, IEnumerable<string> authorityKeys) =>
        Take(transaction, engine, authorityKeys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(key => "authority " + key));

    /// <summary>One run over all bodies at a time.</summary>
    public static Task Bodies(DbTransaction transaction, DatabaseEngine engine) => Take(transaction, engine, ["bodies"]);

    private static async Task Take(DbTransaction transaction, DatabaseEngine engine, IEnumerable<string> names)
    {
        var all = names.ToArray();
        if (engine != DatabaseEngine.Postgres || all.Length == 0)
            return;
        // One round trip; the rows of an array come in its order.
        await transaction.Connection!.ExecuteAsync(
            "SELECT pg_advisory_xact_lock(hashtextextended(name, 7204117002)) FROM unnest(@all) AS name", new { all }, transaction);
    }
}
