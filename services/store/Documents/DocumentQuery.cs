using Dapper;
using Pipeline.Contracts;
using Pipeline.Database;

namespace Pipeline.Store.Documents;

/// <summary>Lists documents with what became of their last content.</summary>
public sealed class DocumentQuery(PipelineDatabase database)
{
    // The last fetch that brought content: checks without change are folded away when their run ends.
    private const string Select =
        """
        SELECT d.id AS Id, d.url AS Url, d.source AS Source, d.first_seen_at AS FirstSeenAt, d.last_checked_at AS LastCheckedAt, d.last_outcome AS LastOutcome, d.gone_at AS GoneAt,
               f.result AS Result, f.result_reason AS ResultReason, f.result_detail AS ResultDetail, n.sha256 AS Sha256
        FROM documents d
        LEFT JOIN fetches f ON f.id = (SELECT g.id FROM fetches g WHERE g.document_id = d.id AND g.snapshot_id IS NOT NULL ORDER BY g.fetched_at DESC, g.id DESC LIMIT 1)
        LEFT JOIN snapshots n ON n.id = f.snapshot_id
        """;

    /// <summary>In the order in which they were first seen.</summary>
    /// <param name="after">Id of the last document of the page before; 0 for the first page.</param>
    public async Task<IReadOnlyList<DocumentLine>> Page(DocumentFilter filter, long after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var conditions = new List<string> { "d.id > @after" };
        var values = new DynamicParameters(new { after, limit });
        Add("d.id = @id", "id", filter.Id);
        Add("d.source = @source", "source", filter.Source);
        Add("d.last_outcome = @outcome", "outcome", filter.Outcome);
        Add("d.url = @url", "url", filter.Url);
        Add("d.id IN (SELECT h.document_id FROM fetches h JOIN snapshots s ON s.id = h.snapshot_id WHERE s.sha256 = @sha256)", "sha256", filter.Snapshot is { } snapshot ? Convert.FromHexString(snapshot.ToString()) : null);
        var rows = await connection.QueryAsync<Row>($"{Select} WHERE {string.Join(" AND ", conditions)} ORDER BY d.id LIMIT @limit", values);
        return [.. rows.Select(row => row.ToLine())];

        void Add(string condition, string name, object? value)
        {
            if (value is null)
                return;
            conditions.Add(condition);
            values.Add(name, value);
        }
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public required string Url { get; init; }

        public required string Source { get; init; }

        public required string FirstSeenAt { get; init; }

        public required string LastCheckedAt { get; init; }

        public required string LastOutcome { get; init; }

        public string? GoneAt { get; init; }

        public string? Result { get; init; }

        public string? ResultReason { get; init; }

        public string? ResultDetail { get; init; }

        public byte[]? Sha256 { get; init; }

        public DocumentLine ToLine() => new(
            Id, Url, Source, StoredTime.Instant(FirstSeenAt), StoredTime.Instant(LastCheckedAt), LastOutcome, StoredTime.InstantOrNull(GoneAt),
            Result, ResultReason, ResultDetail, Sha256 is null ? null : new SnapshotHash(Convert.ToHexStringLower(Sha256)));
    }
}
