using Dapper;
using Pipeline.Contracts.Messages;
using Pipeline.Database;
using Pipeline.Store.Documents;

namespace Pipeline.Store.Sweeping;

/// <summary>Fetches without a result, as the sweeper sees them.</summary>
public sealed class PendingFetches(PipelineDatabase database)
{
    public const string GaveUp = "failed.gave-up";

    /// <summary>How many documents wait for their result.</summary>
    public async Task<long> Count(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM fetches WHERE next_attempt_at IS NOT NULL");
    }

    /// <summary>Fetches whose patience ran out, or all that wait, in the order of their arrival.</summary>
    /// <param name="after">Id of the last one of the batch before; 0 at first.</param>
    public async Task<IReadOnlyList<PendingFetch>> Due(DateTimeOffset now, bool everything, long after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<ReferenceRow>(
            $"""
            SELECT {ReferenceRow.Columns} FROM {ReferenceRow.Tables}
            WHERE f.next_attempt_at IS NOT NULL AND f.id > @after {(everything ? "" : "AND f.next_attempt_at <= @now")} ORDER BY f.id LIMIT @limit
            """,
            new { now = StoredTime.Text(now), after, limit });
        return [.. rows.Select(row => new PendingFetch(row.Id, row.Attempts, row.ToReference()))];
    }

    /// <summary>Counts an attempt. False when the result arrived meanwhile, or another sweeper was quicker.</summary>
    public async Task<bool> Postpone(PendingFetch fetch, DateTimeOffset nextAttempt, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteAsync(
            "UPDATE fetches SET attempts = attempts + 1, next_attempt_at = @next WHERE id = @Id AND attempts = @Attempts AND next_attempt_at IS NOT NULL",
            new { fetch.Id, fetch.Attempts, next = StoredTime.Text(nextAttempt) }) == 1;
    }

    /// <summary>Ends the fetch as a failure. False when the result arrived meanwhile. A result that arrives later still counts.</summary>
    public async Task<bool> GiveUp(PendingFetch fetch, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteAsync(
            """
            UPDATE fetches SET next_attempt_at = NULL, settled_at = @now, result = 'failed', result_reason = @reason, result_detail = @detail
            WHERE id = @Id AND next_attempt_at IS NOT NULL
            """,
            new
            {
                fetch.Id,
                now = StoredTime.Text(now),
                reason = GaveUp,
                detail = $"No result after {fetch.Attempts + 1} attempts: the document stops the extractor each time. Look at the extractor's log, then try 'pipeline reextract {StoredText.Clean(fetch.Document.Url)}'.",
            }) == 1;
    }
}

/// <param name="Attempts">Times that it was sent again.</param>
public sealed record PendingFetch(long Id, int Attempts, DocumentReference Document);
