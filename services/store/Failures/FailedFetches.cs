using Dapper;
using Pipeline.Contracts.Messages;
using Pipeline.Database;
using Pipeline.Store.Documents;
using Pipeline.Store.Sweeping;

namespace Pipeline.Store.Failures;

/// <summary>Fetches whose extraction failed, to be tried again.</summary>
public sealed class FailedFetches(PipelineDatabase database, SweepOptions sweep, TimeProvider clock)
{
    /// <summary>Gives failures up: they no longer stand, until a later visit of their documents fails again.</summary>
    /// <returns>By which the step is taken back.</returns>
    public async Task<GivenUp> GiveUp(IReadOnlyCollection<Guid> fetchIds, string who, CancellationToken cancellation)
    {
        var step = new GivenUp(StoredText.Clean(who)!, clock.GetUtcNow());
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(
            "INSERT INTO given_up (fetch_id, who, given_up_at) SELECT id, @who, @now FROM fetches WHERE fetch_key = @key ON CONFLICT DO NOTHING",
            fetchIds.Select(id => new { key = id.ToString("D"), who = step.Who, now = StoredTime.Text(step.At) }),
            transaction);
        await transaction.CommitAsync(cancellation);
        return step;
    }

    /// <summary>Lets failures stand again that a person gave up in one step.</summary>
    /// <returns>How many.</returns>
    public async Task<int> TakeBack(GivenUp step, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteAsync("DELETE FROM given_up WHERE who = @Who AND given_up_at = @at", new { step.Who, at = StoredTime.Text(step.At) });
    }

    /// <summary>Lets a fetch wait for its result again, as if nothing had been tried: should the message that follows be lost, the sweeper sends it.</summary>
    /// <returns>The document to send; null when its extraction is not failed any more.</returns>
    public async Task<DocumentReference?> Reopen(Guid fetchId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var id = await connection.ExecuteScalarAsync<long?>(
            """
            UPDATE fetches SET next_attempt_at = @next, attempts = 0, settled_at = NULL, result = NULL, result_reason = NULL, result_detail = NULL
            WHERE fetch_key = @key AND result = 'failed' AND snapshot_id IS NOT NULL RETURNING id
            """,
            new { key = fetchId.ToString("D"), next = StoredTime.Text(clock.GetUtcNow() + sweep.FirstPatience) });
        return id is null
            ? null
            : (await connection.QuerySingleAsync<ReferenceRow>($"SELECT {ReferenceRow.Columns} FROM {ReferenceRow.Tables} WHERE f.id = @id", new { id })).ToReference();
    }
}
