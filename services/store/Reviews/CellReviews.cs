using System.Data.Common;
using Dapper;
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
        var version = await connection.QuerySingleOrDefaultAsync<VersionIdRow>(
            $"SELECT v.id AS VersionId, {VersionColumns.Columns} FROM {CurrentRow.RecordTables} WHERE r.id = @RecordId",
            new { decision.RecordId });
        if (version is null || !FormCatalog.Current.Form(version.Form).Contains(decision.Cell))
            return new DecisionResult.Unknown();
        var machine = version.ToVersion().Report.Cells[FormCatalog.Current.Form(version.Form).OrdinalOf(decision.Cell)];
        var stored = await Insert(connection, decision, version.VersionId, machine);
        var standing = (await Of(connection, [decision.RecordId])).SingleOrDefault(review => review.Cell == decision.Cell);
        return stored ? new DecisionResult.Stored(standing!) : new DecisionResult.Conflict(standing);
    }

    /// <summary>The decisions that stand for a record, one per cell at most.</summary>
    public async Task<IReadOnlyList<CellReview>> Of(long recordId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await Of(connection, [recordId]);
    }

    /// <summary>Every decision ever made about a cell, the first one first.</summary>
    public async Task<IReadOnlyList<CellReview>> History(long recordId, Contracts.CellId cell, CancellationToken cancellation)
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

    // The unique number decides between two who write at the same instant; the condition refuses whoever saw less than all.
    private async Task<bool> Insert(DbConnection connection, CellDecision decision, long version, CellReading machine)
    {
        var value = decision.Verdict == ReviewVerdict.Corrected ? decision.Value : machine.Value;
        return await connection.ExecuteAsync(
            """
            INSERT INTO cell_reviews (record_id, cell_id, number, version_id, verdict, value, machine_value, machine_confidence, reason, reviewer, reviewed_at)
            SELECT @RecordId, @cell, @number, @version, @verdict, @value, @machine, @confidence, @reason, @reviewer, @now
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
                now = StoredTime.Text(clock.GetUtcNow()),
                decision.Expected,
            }) > 0;
    }

    private sealed class VersionIdRow : VersionColumns
    {
        public long VersionId { get; init; }
    }
}
