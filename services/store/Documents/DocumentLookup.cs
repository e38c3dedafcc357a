using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Database;

namespace Pipeline.Store.Documents;

/// <summary>Finds stored documents by address.</summary>
public sealed class DocumentLookup(PipelineDatabase database)
{
    /// <summary>The latest fetch with content of an address, with its facts: what a re-extraction needs. Null when nothing of it is stored.</summary>
    /// <param name="url">Canonical address.</param>
    public async Task<DocumentReference?> Latest(string url, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var row = await connection.QueryFirstOrDefaultAsync<ReferenceRow>(
            $"SELECT {ReferenceRow.Columns} FROM {ReferenceRow.Tables} WHERE d.url = @url ORDER BY f.fetched_at DESC, f.id DESC LIMIT 1",
            new { url });
        return row?.ToReference();
    }

    /// <summary>The latest fetch that brought these bytes; null when none did.</summary>
    public async Task<DocumentReference?> OfSnapshot(SnapshotHash snapshot, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var row = await connection.QueryFirstOrDefaultAsync<ReferenceRow>(
            $"SELECT {ReferenceRow.Columns} FROM {ReferenceRow.Tables} WHERE s.sha256 = @sha256 ORDER BY f.fetched_at DESC, f.id DESC LIMIT 1",
            new { sha256 = Convert.FromHexString(snapshot.ToString()) });
        return row?.ToReference();
    }

    /// <summary>What became of the address the last time; null when it was never visited.</summary>
    public async Task<DocumentState?> State(string url, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.QueryFirstOrDefaultAsync<DocumentState>(
            """
            SELECT d.url AS Url, d.source AS Source, d.first_seen_at AS FirstSeenAt, d.last_checked_at AS LastCheckedAt, d.last_outcome AS LastOutcome, d.gone_at AS GoneAt,
                   f.reason AS FetchReason, f.result AS Result, f.result_reason AS ResultReason, f.result_detail AS ResultDetail
            FROM documents d LEFT JOIN fetches f ON f.id = (SELECT MAX(id) FROM fetches WHERE document_id = d.id)
            WHERE d.url = @url
            """,
            new { url });
    }
}
