using Dapper;
using Pipeline.Contracts;
using Pipeline.Database;

namespace Pipeline.Store.Snapshots;

/// <summary>Every snapshot that the database knows.</summary>
public sealed class SnapshotList(PipelineDatabase database)
{
    private const int PageSize = 1_000;

    /// <summary>In the order in which they were stored, each with the address that showed it last.</summary>
    public async IAsyncEnumerable<(SnapshotHash Snapshot, string Url)> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = 0L;
        while (true)
        {
            List<(long Id, byte[] Sha256, string Url)> rows;
            await using (var connection = await database.Open(cancellation))
                rows = [.. await connection.QueryAsync<(long, byte[], string)>(
                    """
                    SELECT n.id, n.sha256, (SELECT d.url FROM extractions e JOIN documents d ON d.id = e.document_id WHERE e.snapshot_id = n.id ORDER BY e.fetched_at DESC, e.id DESC LIMIT 1)
                    FROM snapshots n WHERE n.id > @after AND EXISTS (SELECT 1 FROM extractions e WHERE e.snapshot_id = n.id) ORDER BY n.id LIMIT @PageSize
                    """,
                    new { after, PageSize })];
            foreach (var row in rows)
                yield return (new SnapshotHash(Convert.ToHexStringLower(row.Sha256)), row.Url);
            if (rows.Count < PageSize)
                yield break;
            after = rows[^1].Id;
        }
    }
}
