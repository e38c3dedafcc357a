using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Database;

namespace Pipeline.Store.Reviews.Groups;

/// <summary>Open doubts of records that wait, by what they share: one decision may be about many.</summary>
public sealed class DoubtGroups(PipelineDatabase database)
{
    /// <summary>The most cells that one decision is about: as many as a person can look over on a page.</summary>
    public const int MostCells = 200;

    private const string Open =
        $"""
        FROM records r JOIN version_doubts x ON x.version_id = r.current_version_id
        WHERE {ReviewQueue.Waiting} AND NOT EXISTS (SELECT 1 FROM standing_reviews s WHERE s.record_id = r.id AND s.cell_id = x.cell_id)
        """;

    /// <summary>Groups over two records or more, those over most records first.</summary>
    public async Task<IReadOnlyList<DoubtGroup>> List(GroupedBy by, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string Cause, string Scope, long Records, long Cells)>(
            $"SELECT x.cause, {Scope(by)}, COUNT(DISTINCT r.id), COUNT(*) {Open} GROUP BY 1, 2 HAVING COUNT(DISTINCT r.id) > 1 ORDER BY 3 DESC, 4 DESC, 1, 2 LIMIT @limit", new { limit });
        return [.. rows.Select(row => new DoubtGroup(new GroupKey(row.Cause, by, row.Scope), row.Records, row.Cells))];
    }

    /// <summary>The doubts of a group, by record, at most <see cref="MostCells"/>: a decision about more is several.</summary>
    public async Task<IReadOnlyList<GroupedDoubt>> Cells(GroupKey key, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await Cells(connection, null, key);
    }

    internal static async Task<IReadOnlyList<GroupedDoubt>> Cells(DbConnection connection, DbTransaction? transaction, GroupKey key)
    {
        var rows = await connection.QueryAsync<(long Record, long Version, string Cell, int Number)>(
            $"""
            SELECT r.id, x.version_id, x.cell_id, (SELECT COALESCE(MAX(q.number), 0) FROM cell_reviews q WHERE q.record_id = r.id AND q.cell_id = x.cell_id)
            {Open} AND x.cause = @Cause AND {Scope(key.By)} = @Scope ORDER BY r.id, x.cell_id LIMIT @most
            """,
            new { key.Cause, key.Scope, most = MostCells }, transaction);
        return [.. rows.Select(row => new GroupedDoubt(row.Record, row.Version, new CellId(row.Cell), row.Number))];
    }

    /// <summary>A short text that differs whenever the doubts do: of records, versions and decisions.</summary>
    public static string Seal(IEnumerable<GroupedDoubt> doubts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', doubts.Select(doubt => string.Create(CultureInfo.InvariantCulture, $"{doubt.RecordId} {doubt.VersionId} {doubt.Cell} {doubt.Number}"))))))[..16];

    private static string Scope(GroupedBy by) => by == GroupedBy.Site ? "r.site" : "x.cell_id";
}
