using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Records;

/// <summary>What is new, changed, decided about and withdrawn, in the order in which it happened.</summary>
public sealed class ChangeQuery(PipelineDatabase database)
{
    /// <param name="since">A record made since then is new, one made before has changed.</param>
    /// <param name="after">Place of the last change that is known; null to begin with <paramref name="since"/>.</param>
    public async Task<IReadOnlyList<RecordChange>> Since(DateTimeOffset since, ChangePlace? after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var from = StoredTime.Text(since);
        var rows = await connection.QueryAsync<(string At, string Kind, long RecordId, string Key, string? Authority, int? Year, string Url, string? Cell, string? Who)>(
            """
            SELECT c.happened, c.kind, c.record_id, r.record_key, r.authority, r.year, d.url, c.cell, c.who FROM (
                SELECT q.updated_at AS happened, CASE WHEN q.state <> 'current' THEN q.state WHEN q.created_at >= @from THEN 'new' ELSE 'changed' END AS kind, q.id AS record_id, '' AS cell, NULL AS who
                FROM records q WHERE q.updated_at >= @start AND q.current_version_id IS NOT NULL AND q.copy_of IS NULL
                UNION ALL
                SELECT w.reviewed_at, w.verdict, w.record_id, w.cell_id, w.reviewer FROM cell_reviews w WHERE w.reviewed_at >= @start
            ) c JOIN records r ON r.id = c.record_id JOIN record_versions v ON v.id = r.current_version_id JOIN documents d ON d.id = v.document_id
            WHERE c.happened > @start OR c.record_id > @record OR (c.record_id = @record AND c.cell > @cell)
            ORDER BY c.happened, c.record_id, c.cell LIMIT @limit
            """,
            new { from, start = after?.At ?? from, record = after?.RecordId ?? 0, cell = after?.Cell ?? "", limit });
        return [.. rows.Select(row => new RecordChange(StoredTime.Instant(row.At), row.Kind, row.RecordId, RecordAddress.Of(row.Key), row.Authority, row.Year, row.Url, row.Cell is { Length: > 0 } cell ? cell : null, row.Who))];
    }
}

/// <param name="Kind">new, changed, source_gone, withdrawn; for a cell what a person decided: confirmed, corrected, publisher_mistake, reopened.</param>
/// <param name="RecordPage">Its page, below the address where the pages are served.</param>
/// <param name="SourceUrl">Document that the record is read from.</param>
/// <param name="Cell">Null where the whole record is meant.</param>
/// <param name="By">Who decided; null for the pipeline.</param>
public sealed record RecordChange(DateTimeOffset At, string Kind, long RecordId, string RecordPage, string? Authority, int? Year, string SourceUrl, string? Cell, string? By)
{
    public ChangePlace Place => new(StoredTime.Text(At), RecordId, Cell ?? "");
}

/// <summary>Where in the order of changes one stands.</summary>
public sealed record ChangePlace(string At, long RecordId, string Cell);
