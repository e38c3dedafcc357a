using System.Data.Common;
using Dapper;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reasons;
using Pipeline.Database;
using Pipeline.Store.Documents;

namespace Pipeline.Store.Sweeping;

/// <summary>Fetches without a result, as the sweeper sees them.</summary>
public sealed class PendingFetches(PipelineDatabase database)
{
    /// <summary>How many documents wait for their result.</summary>
    public async Task<long> Count(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM fetches WHERE next_attempt_at IS NOT NULL");
    }

    /// <summary>The result stored last; null when there is none yet.</summary>
    public async Task<LastResult?> LastResult(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var row = await connection.QueryFirstOrDefaultAsync<(string FetchedAt, string SettledAt)?>("SELECT fetched_at, settled_at FROM fetches WHERE settled_at IS NOT NULL ORDER BY settled_at DESC, id DESC LIMIT 1");
        return row is { } last ? new LastResult(StoredTime.Instant(last.FetchedAt), StoredTime.Instant(last.SettledAt)) : null;
    }

    /// <summary>Fetches that were due until then, in the order of their arrival.</summary>
    public Task<IReadOnlyList<PendingFetch>> Due(DateTimeOffset horizon, int limit, CancellationToken cancellation) =>
        Read(static _ => "f.next_attempt_at <= @horizon ORDER BY f.id LIMIT @limit", new { horizon = StoredTime.Text(horizon), limit }, cancellation);

    /// <summary>Ids of all fetches that wait: those that were sent least often first, then in the order of their arrival.</summary>
    public async Task<IReadOnlyList<long>> Waiting(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. await connection.QueryAsync<long>("SELECT id FROM fetches WHERE next_attempt_at IS NOT NULL ORDER BY attempts, id")];
    }

    /// <summary>The fetches of these ids that still wait, in the order of the ids.</summary>
    public async Task<IReadOnlyList<PendingFetch>> Read(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var fetches = (await Read(static connection => $"f.id {IdList.Among(connection)}", new { ids = IdList.Text(ids) }, cancellation)).ToDictionary(fetch => fetch.Id);
        return [.. ids.Where(fetches.ContainsKey).Select(id => fetches[id])];
    }

    /// <summary>Puts off all that wait, without counting an attempt.</summary>
    public async Task PostponeAll(DateTimeOffset nextAttempt, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await connection.ExecuteAsync("UPDATE fetches SET next_attempt_at = @next WHERE next_attempt_at IS NOT NULL", new { next = StoredTime.Text(nextAttempt) });
    }

    /// <summary>Counts an attempt for each.</summary>
    public async Task Suspect(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await connection.ExecuteAsync($"UPDATE fetches SET attempts = attempts + 1 WHERE id {IdList.Among(connection)}", new { ids = IdList.Text(ids) });
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
                reason = FailureReasons.GaveUp,
                detail = $"No result after {fetch.Attempts + 1} attempts: the document stops the extractor each time. Look at the extractor's log, then try 'pipeline reextract {StoredText.Clean(fetch.Document.Url)}'.",
            }) == 1;
    }

    private async Task<IReadOnlyList<PendingFetch>> Read(Func<DbConnection, string> condition, object values, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<ReferenceRow>($"SELECT {ReferenceRow.Columns} FROM {ReferenceRow.Tables} WHERE f.next_attempt_at IS NOT NULL AND {condition(connection)}", values);
        return [.. rows.Select(row => new PendingFetch(row.Id, row.Attempts, row.ToReference()))];
    }
}

/// <param name="Attempts">Times that it was sent again.</param>
public sealed record PendingFetch(long Id, int Attempts, DocumentReference Document);
