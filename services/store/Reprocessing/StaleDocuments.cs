using Dapper;
using Pipeline.Contracts.Messages;
using Pipeline.Database;
using Pipeline.Store.Documents;
using Pipeline.Store.Records;

namespace Pipeline.Store.Reprocessing;

/// <summary>
/// Documents whose latest content no extraction of a version has read yet. What was read is stored with its version, so whoever reads them all may be
/// killed at any time and begins again where it was.
/// </summary>
public sealed class StaleDocuments(PipelineDatabase database)
{
    /// <param name="filter">Only documents that show such a record; null for all, also those without a record.</param>
    /// <param name="version">Version of the extractor.</param>
    public async Task<long> Count(RecordFilter? filter, string version, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = Conditions(filter, version);
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {ReferenceRow.Tables} WHERE {where}", values);
    }

    /// <summary>The next of them, in the order of their ids.</summary>
    /// <param name="after">Id of the last one that is known; 0 for the first.</param>
    public async Task<IReadOnlyList<StaleDocument>> After(long after, RecordFilter? filter, string version, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = Conditions(filter, version);
        values.Add("after", after);
        values.Add("limit", limit);
        var rows = await connection.QueryAsync<Row>($"SELECT {ReferenceRow.Columns}, d.id AS DocumentId FROM {ReferenceRow.Tables} WHERE d.id > @after AND {where} ORDER BY d.id LIMIT @limit", values);
        return [.. rows.Select(row => new StaleDocument(row.DocumentId, row.ToReference()))];
    }

    private static (string Where, DynamicParameters Values) Conditions(RecordFilter? filter, string version)
    {
        var (records, values) = filter is null ? ("", new DynamicParameters()) : FilterSql.Of(filter);
        values.Add("version", version);
        return (
            $"""
            f.id = (SELECT x.id FROM fetches x WHERE x.document_id = d.id AND x.snapshot_id IS NOT NULL ORDER BY x.fetched_at DESC, x.id DESC LIMIT 1)
            AND NOT EXISTS (SELECT 1 FROM extractions e WHERE e.document_id = d.id AND e.snapshot_id = f.snapshot_id AND e.extractor = @version)
            {(filter is null ? "" : $"AND d.id IN (SELECT w.document_id FROM record_sources w JOIN records y ON y.id = w.record_id WHERE COALESCE(y.copy_of, y.id) IN (SELECT r.id FROM records r WHERE {records}))")}
            """,
            values);
    }

    private sealed class Row : ReferenceRow
    {
        public long DocumentId { get; init; }
    }
}

/// <param name="Id">Place among the documents.</param>
/// <param name="Document">Its latest fetch with content.</param>
public sealed record StaleDocument(long Id, DocumentReference Document);
