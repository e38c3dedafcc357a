using System.Data.Common;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Database;
using Pipeline.Store.Records;

namespace Pipeline.Store.Reviews.Groups;

/// <summary>One decision about cells of many records: stored as one step, whole or not at all, and taken back as one.</summary>
public sealed class GroupDecisions(PipelineDatabase database, TimeProvider clock)
{
    /// <returns>Null when the group is no longer what the person saw: then nothing is stored.</returns>
    public async Task<ReviewStep?> Decide(GroupDecision decision, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var doubts = await DoubtGroups.Cells(connection, transaction, decision.Key);
        if (doubts.Count == 0 || DoubtGroups.Seal(doubts) != decision.Seen)
            return null;
        var now = clock.GetUtcNow();
        var step = Guid.NewGuid();
        var id = await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO review_steps (step_key, reviewer, decided_at, cause, grouped_by, scope, verdict, reason, cells, records, finished)
            VALUES (@key, @reviewer, @now, @Cause, @by, @Scope, @verdict, @reason, @cells, @records, 0) RETURNING id
            """,
            new
            {
                key = step.ToString("D"), reviewer = StoredText.Clean(decision.Reviewer), now = StoredTime.Text(now), decision.Key.Cause, by = StoredName.Of(decision.Key.By), decision.Key.Scope,
                verdict = StoredName.Of(decision.Verdict), reason = StoredText.Clean(decision.Reason), cells = doubts.Count, records = doubts.DistinctBy(doubt => doubt.RecordId).Count(),
            },
            transaction);
        var readings = await Readings(connection, transaction, doubts);
        foreach (var doubt in doubts)
            if (!await CellReviews.Insert(transaction, new CellDecision(doubt.RecordId, doubt.Cell, decision.Verdict, null, decision.Reason, decision.Reviewer, doubt.Number), doubt.VersionId, readings[(doubt.VersionId, doubt.Cell)], now, id))
                return null;
        if (decision.Finish)
            await Finish(transaction, id, doubts, decision.Reviewer, now);
        var stored = await Find(connection, transaction, step);
        await transaction.CommitAsync(cancellation);
        return stored;
    }

    /// <summary>Takes a step back: its cells are open again where nobody has decided about them since, and its records wait again.</summary>
    /// <returns>Null when there is no such step, or it was taken back before.</returns>
    public async Task<ReviewStep?> Undo(Guid step, string reviewer, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        var values = new { key = step.ToString("D"), reviewer = StoredText.Clean(reviewer), now = StoredTime.Text(now) };
        if (await connection.ExecuteAsync("UPDATE review_steps SET undone_by = @reviewer, undone_at = @now WHERE step_key = @key AND undone_at IS NULL", values, transaction) == 0)
            return null;
        await connection.ExecuteAsync(
            """
            INSERT INTO cell_reviews (record_id, cell_id, number, version_id, verdict, value, machine_value, machine_confidence, reviewer, reviewed_at)
            SELECT q.record_id, q.cell_id, q.number + 1, q.version_id, 'reopened', q.machine_value, q.machine_value, q.machine_confidence, @reviewer, @now
            FROM cell_reviews q WHERE q.step_id = (SELECT id FROM review_steps WHERE step_key = @key)
              AND q.number = (SELECT MAX(l.number) FROM cell_reviews l WHERE l.record_id = q.record_id AND l.cell_id = q.cell_id)
            """,
            values, transaction);
        var records = (await connection.QueryAsync<long>("SELECT record_id FROM record_reviews WHERE step_id = (SELECT id FROM review_steps WHERE step_key = @key)", values, transaction)).ToList();
        await connection.ExecuteAsync("DELETE FROM record_reviews WHERE step_id = (SELECT id FROM review_steps WHERE step_key = @key)", values, transaction);
        await connection.ExecuteAsync(
            """
            UPDATE records SET status = (SELECT v.status FROM record_versions v WHERE v.id = records.current_version_id)
            WHERE id = @record AND status = 'reviewed' AND NOT EXISTS (SELECT 1 FROM record_reviews z WHERE z.record_id = records.id)
            """,
            records.Select(record => new { record }), transaction);
        var undone = await Find(connection, transaction, step);
        await transaction.CommitAsync(cancellation);
        return undone;
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ReviewStep>> Latest(int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<StepRow>($"SELECT {StepRow.Columns} FROM review_steps ORDER BY id DESC LIMIT @limit", new { limit })).Select(row => row.ToStep())];
    }

    /// <summary>Null when there is no such step.</summary>
    public async Task<ReviewStep?> Find(Guid step, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await Find(connection, null, step);
    }

    private static async Task<ReviewStep?> Find(DbConnection connection, DbTransaction? transaction, Guid step) =>
        (await connection.QuerySingleOrDefaultAsync<StepRow>($"SELECT {StepRow.Columns} FROM review_steps WHERE step_key = @key", new { key = step.ToString("D") }, transaction))?.ToStep();

    private static async Task<Dictionary<(long Version, CellId Cell), CellReading>> Readings(DbConnection connection, DbTransaction transaction, IReadOnlyList<GroupedDoubt> doubts)
    {
        var ids = doubts.Select(doubt => doubt.VersionId).Distinct();
        var rows = await connection.QueryAsync<VersionRow>(
            $"SELECT v.id AS VersionId, {VersionColumns.Columns} FROM {VersionColumns.Tables} WHERE v.id {IdList.Among(connection)}", new { ids = IdList.Text(ids) }, transaction);
        return rows.SelectMany(row => row.ToVersion().Report.Cells, (row, cell) => (row.VersionId, cell)).ToDictionary(pair => (pair.VersionId, pair.cell.Cell), pair => pair.cell);
    }

    private static async Task Finish(DbTransaction transaction, long step, IReadOnlyList<GroupedDoubt> doubts, string reviewer, DateTimeOffset now)
    {
        var connection = transaction.Connection!;
        var finished = 0;
        foreach (var (record, version) in doubts.Select(doubt => (doubt.RecordId, doubt.VersionId)).Distinct())
            finished += await connection.ExecuteAsync(
                """
                INSERT INTO record_reviews (record_id, version_id, reviewer, reviewed_at, step_id)
                SELECT @record, @version, @reviewer, @now, @step WHERE NOT EXISTS (
                    SELECT 1 FROM version_doubts x WHERE x.version_id = @version
                      AND NOT EXISTS (SELECT 1 FROM standing_reviews s WHERE s.record_id = @record AND s.cell_id = x.cell_id))
                """,
                new { record, version, reviewer = StoredText.Clean(reviewer), now = StoredTime.Text(now), step }, transaction);
        await connection.ExecuteAsync("UPDATE records SET status = 'reviewed' WHERE id IN (SELECT record_id FROM record_reviews WHERE step_id = @step)", new { step }, transaction);
        await connection.ExecuteAsync("UPDATE review_steps SET finished = @finished WHERE id = @step", new { finished, step }, transaction);
    }

    private sealed class VersionRow : VersionColumns
    {
        public long VersionId { get; init; }
    }
}
