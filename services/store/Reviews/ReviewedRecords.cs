using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Reviews;

/// <summary>Records that a person has finished with and whose bytes are still the same: what they say now is known to be right.</summary>
public sealed class ReviewedRecords(PipelineDatabase database)
{
    /// <summary>Ids of the records, in order.</summary>
    public async Task<IReadOnlyList<long>> Finished(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return
        [
            .. await connection.QueryAsync<long>(
                """
                SELECT DISTINCT z.record_id FROM record_reviews z
                JOIN record_versions w ON w.id = z.version_id JOIN extractions x ON x.id = w.extraction_id
                JOIN records r ON r.id = z.record_id JOIN record_versions v ON v.id = r.current_version_id JOIN extractions e ON e.id = v.extraction_id
                WHERE x.snapshot_id = e.snapshot_id ORDER BY z.record_id
                """),
        ];
    }
}
