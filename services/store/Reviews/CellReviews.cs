using System.Data.Common;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Database;
using Pipeline.Store.Records;

namespace Pipeline.Store.Reviews;

/// <summary>
/// The decisions of reviewers. They belong to a record and cell, not to a version, so that they outlive every re-extraction; what the machine read stays
/// as it is beside them.
/// </summary>
public sealed class CellReviews(PipelineDatabase database, TimeProvider clock)
{
    /// <summary>Stores a decision, unless somebody else decided about the cell since the person saw it.</summary>
    public async Task<DecisionResult> Decide(CellDecision decision, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var version = await Current(connection, decision.RecordId);
        if (version is null || !FormCatalog.Current.Form(version.Form).Contains(decision.Cell))
            return new DecisionResult.Unknown();
        var machine = version.ToVersion().Report.Cells[FormCatalog.Current.Form(version.Form).OrdinalOf(decision.Cell)];
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var stored = await Insert(transaction, decision, version.VersionId, machine, clock.GetUtcNow());
        await transaction.CommitAsync(cancellation);
        var standing = (await Of(connection, [decision.RecordId])).SingleOrDefault(review => review.Cell == decision.Cell);
        return stored ? new DecisionResult.Stored(standing!) : new DecisionResult.Conflict(standing);
    }

    /// <summary>Confirms several cells in one step; those about which somebody has decided already stay as they are.</summary>
    /// <returns>How many were confirmed.</returns>
    public async Task<int> Confirm(long recordId, IReadOnlyCollection<CellId> cells, string reviewer, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        if (await Current(connection, recordId) is not { } version)
            return 0;
        var current = version.ToVersion();
        var standing = (await Of(connection, [recordId])).ToDictionary(review => review.Cell);
        var form = FormCatalog.Current.Form(version.Form);
        var now = clock.GetUtcNow();
        var stored = 0;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var cell in cells.Where(form.Contains))
        {
            var known = standing.GetValueOrDefault(cell);
            var decision = new CellDecision(recordId, cell, ReviewVerdict.Confirmed, null, null, reviewer, known?.Number ?? 0);
            if (known?.IsAbout(current.Snapshot) != true && await Insert(transaction, decision, version.VersionId, current.Report.Cells[form.OrdinalOf(cell)], now))
                stored++;
        }

        await transaction.CommitAsync(cancellation);
        return stored;
    }

    /// <summary>Takes back the last step of a person at a record: its cells are open again. What was decided stays in the history.</summary>
    /// <returns>The cells, in no order; none when the person has decided nothing that stands.</returns>
    public async Task<IReadOnlyList<CellId>> Undo(long recordId, string reviewer, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var own = (await Of(connection, [recordId])).Where(review => review.Reviewer == StoredText.Clean(reviewer) && review.Verdict != ReviewVerdict.Reopened).ToList();
        if (own.Count == 0 || await Current(connection, recordId) is not { } version)
            return [];
        var cells = version.ToVersion().Report.Cells.ToDictionary(cell => cell.Cell);
        var last = own.Max(review => review.ReviewedAt);
        var now = clock.GetUtcNow();
        var undone = new List<CellId>();
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var review in own.Where(review => review.ReviewedAt == last && cells.ContainsKey(review.Cell)))
            if (await Insert(transaction, new CellDecision(recordId, review.Cell, ReviewVerdict.Reopened, null, null, reviewer, review.Number), version.VersionId, cells[review.Cell], now))
                undone.Add(review.Cell);
        await transaction.CommitAsync(cancellation);
        return undone;
    }

    /// <summary>The decisions that stand for a record, one per cell at most.</summary>
    public async Task<IReadOnlyList<CellReview>> Of(long recordId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await Of(connection, [recordId]);
    }

    /// <summary>Every decision ever made about a cell, the first one first.</summary>
    public async Task<IReadOnlyList<CellReview>> History(long recordId, CellId cell, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<ReviewRow>(
            $"SELECT {ReviewRow.Columns} FROM {ReviewRow.Tables} WHERE q.record_id = @recordId AND q.cell_id = @cell ORDER BY q.number",
            new { recordId, cell = cell.ToString() });
        return [.. rows.Select(row => row.ToReview())];
    }

    internal static async Task<IReadOnlyList<CellReview>> Of(DbConnection connection, IReadOnlyCollection<long> records)
    {
        if (records.Count == 0)
            return [];
        var rows = await connection.QueryAsync<ReviewRow>(
            $"""
            SELECT {ReviewRow.Columns} FROM {ReviewRow.Tables} WHERE q.record_id {IdList.Among(connection)}
              AND q.number = (SELECT MAX(number) FROM cell_reviews l WHERE l.record_id = q.record_id AND l.cell_id = q.cell_id)
            ORDER BY q.record_id, q.id
            """,
            new { ids = IdList.Text(records) });
        return [.. rows.Select(row => row.ToReview())];
    }

    private static Task<VersionIdRow?> Current(DbConnection connection, long recordId) => connection.QuerySingleOrDefaultAsync<VersionIdRow>(
        $"SELECT v.id AS VersionId, {VersionColumns.Columns} FROM {CurrentRow.RecordTables} WHERE r.id = @recordId", new { recordId });

    /// <param name="step">The decision about many records that this is part of; null where it stands alone.</param>
    internal static async Task<bool> Insert(DbTransaction transaction, CellDecision decision, long version, CellReading machine, DateTimeOffset now, long? step = null)
    {
        // The unique number decides between two who write at the same instant; the condition refuses whoever saw less than all.
        var value = decision.Verdict == ReviewVerdict.Corrected ? decision.Value : machine.Value;
        return await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO cell_reviews (record_id, cell_id, number, version_id, verdict, value, machine_value, machine_confidence, reason, reviewer, reviewed_at, step_id)
            SELECT @RecordId, @cell, @number, @version, @verdict, @value, @machine, @confidence, @reason, @reviewer, @now, CAST(@step AS BIGINT)
            WHERE (SELECT COALESCE(MAX(number), 0) FROM cell_reviews WHERE record_id = @RecordId AND cell_id = @cell) = @Expected
            ON CONFLICT DO NOTHING
            """,
            new
            {
                decision.RecordId,
                cell = decision.Cell.ToString(),
                number = decision.Expected + 1,
                version,
                verdict = StoredName.Of(decision.Verdict),
                value = value is { } number ? StoredValues.Text(number) : null,
                machine = machine.Value is { } read ? StoredValues.Text(read) : null,
                confidence = machine.Confidence,
                reason = StoredText.Clean(decision.Reason),
                reviewer = StoredText.Clean(decision.Reviewer),
                now = StoredTime.Text(now),
                step,
                decision.Expected,
            },
            transaction) > 0;
    }

    private sealed class VersionIdRow : VersionColumns
    {
        public long VersionId { get; init; }
    }
}
