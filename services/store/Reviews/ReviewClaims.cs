using System.Data.Common;
using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Reviews;

/// <summary>Who works on which waiting record: what is open, assigned and passed by. It keeps nobody from deciding.</summary>
public sealed class ReviewClaims(PipelineDatabase database, TimeProvider clock)
{
    /// <summary>How long an opened record counts as open: as long as a long look at one source; each look begins it anew.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    /// <summary>How long a record stays out of the queue of whoever passed it by.</summary>
    public static readonly TimeSpan Skipped = TimeSpan.FromDays(7);

    /// <summary>Notes that a person has the record open, unless somebody else has; says who has.</summary>
    public async Task<RecordClaims> Open(long recordId, string person, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.Open(cancellation);
        if (database.CanWrite)
            await connection.ExecuteAsync(
                """
                INSERT INTO record_locks (record_id, holder, since, until) SELECT id, @person, @now, @until FROM records WHERE id = @recordId
                ON CONFLICT (record_id) DO UPDATE SET holder = excluded.holder, until = excluded.until,
                    since = CASE WHEN record_locks.holder = excluded.holder AND record_locks.until >= @now THEN record_locks.since ELSE excluded.since END
                WHERE record_locks.holder = excluded.holder OR record_locks.until < @now
                """,
                new { recordId, person = StoredText.Clean(person), now = StoredTime.Text(now), until = StoredTime.Text(now + Held) });
        return (await Of(connection, [recordId], now)).GetValueOrDefault(recordId) ?? RecordClaims.None;
    }

    /// <summary>Gives the record free again where the person has it open.</summary>
    public async Task Close(long recordId, string person, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await connection.ExecuteAsync("DELETE FROM record_locks WHERE record_id = @recordId AND holder = @person", new { recordId, person = StoredText.Clean(person) });
    }

    /// <param name="assignee">Null to give it to nobody.</param>
    /// <returns>False when there is no such record.</returns>
    public async Task<bool> Assign(long recordId, string? assignee, string who, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        if (assignee is null)
            return await connection.ExecuteAsync("DELETE FROM record_assignments WHERE record_id = @recordId", new { recordId }) > 0;
        return await connection.ExecuteAsync(
            """
            INSERT INTO record_assignments (record_id, assignee, assigned_by, assigned_at) SELECT id, @assignee, @who, @now FROM records WHERE id = @recordId
            ON CONFLICT (record_id) DO UPDATE SET assignee = excluded.assignee, assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at
            """,
            new { recordId, assignee = StoredText.Clean(assignee), who = StoredText.Clean(who), now = StoredTime.Text(clock.GetUtcNow()) }) > 0;
    }

    /// <summary>Passes a record by, and gives it free. False when there is no such record.</summary>
    public async Task<bool> Skip(long recordId, string reason, string person, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var values = new { recordId, reason = StoredText.Clean(reason), person = StoredText.Clean(person), now = StoredTime.Text(now), until = StoredTime.Text(now + Skipped) };
        var isKnown = await connection.ExecuteAsync(
            """
            INSERT INTO record_skips (record_id, reviewer, reason, skipped_at, until) SELECT id, @person, @reason, @now, @until FROM records WHERE id = @recordId
            ON CONFLICT (record_id, reviewer) DO UPDATE SET reason = excluded.reason, skipped_at = excluded.skipped_at, until = excluded.until
            """,
            values, transaction) > 0;
        await connection.ExecuteAsync("DELETE FROM record_locks WHERE record_id = @recordId AND holder = @person", values, transaction);
        await transaction.CommitAsync(cancellation);
        return isKnown;
    }

    internal static async Task<IReadOnlyDictionary<long, RecordClaims>> Of(DbConnection connection, IReadOnlyCollection<long> records, DateTimeOffset now)
    {
        var among = IdList.Among(connection);
        var values = new { ids = IdList.Text(records), now = StoredTime.Text(now) };
        var locks = (await connection.QueryAsync<(long Record, string Holder, string Until)>($"SELECT record_id, holder, until FROM record_locks WHERE until >= @now AND record_id {among}", values)).ToDictionary(row => row.Record);
        var assigned = (await connection.QueryAsync<(long Record, string Assignee)>($"SELECT record_id, assignee FROM record_assignments WHERE record_id {among}", values)).ToDictionary(row => row.Record, row => row.Assignee);
        var skips = (await connection.QueryAsync<(long Record, string Reviewer, string Reason, string At)>($"SELECT record_id, reviewer, reason, skipped_at FROM record_skips WHERE until >= @now AND record_id {among} ORDER BY skipped_at DESC", values))
            .ToLookup(row => row.Record, row => new RecordSkip(row.Reviewer, row.Reason, StoredTime.Instant(row.At)));
        return records.ToDictionary(record => record, record => new RecordClaims(
            locks.TryGetValue(record, out var held) ? held.Holder : null, locks.ContainsKey(record) ? StoredTime.Instant(held.Until) : null, assigned.GetValueOrDefault(record), [.. skips[record]]));
    }
}
