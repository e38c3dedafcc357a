using System.Data.Common;
using System.Text.Json;
using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Requests;

/// <summary>The account of what people asked to be read again, so that a status page outlives the process that took the request.</summary>
public sealed class ReextractionRequests(PipelineDatabase database, TimeProvider clock)
{
    private const string Select =
        "SELECT request_key AS RequestKey, url AS Url, refetch AS Refetch, requested_by AS RequestedBy, requested_at AS RequestedAt, versions_before AS VersionsBefore, ended_at AS EndedAt, problem AS Problem FROM reextractions";

    public async Task Begin(Guid id, string url, bool refetch, string who, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var versions = await connection.QueryAsync<long>(
            "SELECT s.version_id FROM record_sources s JOIN documents d ON d.id = s.document_id WHERE d.url = @url ORDER BY s.version_id", new { url });
        await connection.ExecuteAsync(
            """
            INSERT INTO reextractions (request_key, url, refetch, requested_by, requested_at, versions_before)
            VALUES (@key, @url, @refetch, @who, @now, @versions)
            """,
            new { key = id.ToString("D"), url, refetch = refetch ? 1 : 0, who = StoredText.Clean(who), now = StoredTime.Text(clock.GetUtcNow()), versions = JsonSerializer.Serialize(versions) });
    }

    /// <param name="problem">Why it came to nothing.</param>
    public async Task End(Guid id, string problem, CancellationToken cancellation)
    {
        await using var connection = await database.OpenUnit(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await End(transaction, id, problem, StoredTime.Text(clock.GetUtcNow()));
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Within the transaction that stores the answer. An answer that comes late still counts; nothing undoes a good one.</summary>
    /// <param name="problem">Why it came to nothing; null when the document was settled.</param>
    internal static Task End(DbTransaction transaction, Guid id, string? problem, string now) => transaction.Connection!.ExecuteAsync(
        "UPDATE reextractions SET ended_at = @now, problem = @problem WHERE request_key = @key AND (ended_at IS NULL OR problem IS NOT NULL)",
        new { key = id.ToString("D"), now, problem = StoredText.Clean(problem) },
        transaction);

    /// <summary>Ends the requests that nobody will answer any more.</summary>
    /// <param name="before">Those asked for until then.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> GiveUp(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteAsync(
            "UPDATE reextractions SET ended_at = @now, problem = @problem WHERE ended_at IS NULL AND requested_at <= @before",
            new { now = StoredTime.Text(clock.GetUtcNow()), before = StoredTime.Text(before), problem = "No answer came. The stored record stands as it was; see the failures, or ask again." });
    }

    /// <summary>Null when there is no such request.</summary>
    public async Task<Reextraction?> Find(Guid id, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return (await connection.QuerySingleOrDefaultAsync<Row>($"{Select} WHERE request_key = @key", new { key = id.ToString("D") }))?.ToRequest();
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Reextraction>> Latest(int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>($"{Select} ORDER BY id DESC LIMIT @limit", new { limit })).Select(row => row.ToRequest())];
    }

    private sealed class Row
    {
        public required string RequestKey { get; init; }

        public required string Url { get; init; }

        public long Refetch { get; init; }

        public required string RequestedBy { get; init; }

        public required string RequestedAt { get; init; }

        public required string VersionsBefore { get; init; }

        public string? EndedAt { get; init; }

        public string? Problem { get; init; }

        public Reextraction ToRequest() => new(
            Guid.Parse(RequestKey), Url, Refetch != 0, RequestedBy, StoredTime.Instant(RequestedAt),
            JsonSerializer.Deserialize<long[]>(VersionsBefore)!, StoredTime.InstantOrNull(EndedAt), Problem);
    }
}
