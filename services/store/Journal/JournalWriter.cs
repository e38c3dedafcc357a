using System.Data.Common;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Database;
using Pipeline.Store.Audit;
using Pipeline.Store.Documents;

namespace Pipeline.Store.Journal;

/// <summary>
/// Copies what no other file holds from the database into the journal: the facts of each fetch that brought content, people's decisions, and the audit log. Together with the
/// snapshots they are enough to make the database anew.
/// </summary>
public sealed class JournalWriter(PipelineDatabase database, JournalFolder folder, TimeProvider clock)
{
    private const int PageSize = 500;

    /// <summary>Copies all that is new. Returns how many lines were written.</summary>
    public async Task<int> CatchUp(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var written = 0;
        while (await Page(connection, folder.Position) is ({ Count: > 0 } lines, var reached))
        {
            await folder.Append(lines, clock.GetUtcNow(), cancellation);
            await folder.Replace(reached, cancellation);
            written += lines.Count;
        }

        await CopyFinished(connection, cancellation);
        await folder.ReplacePeople(await KeptTables.Read(connection), cancellation);
        return written;
    }

    private static async Task<(List<JournalLine> Lines, JournalPosition Reached)> Page(DbConnection connection, JournalPosition begin)
    {
        var fetches = (await connection.QueryAsync<ReferenceRow>(
            $"SELECT {ReferenceRow.Columns} FROM {ReferenceRow.Tables} WHERE f.id > @after AND f.outcome = 'fetched' ORDER BY f.id LIMIT @PageSize", new { after = begin.Fetch, PageSize })).ToList();
        var reviews = (await connection.QueryAsync<ReviewedCell>(
            $"""
            SELECT q.id AS Id, {Decision}, q.cell_id AS Cell, q.number AS Number, q.verdict AS Verdict, q.value AS Value, q.machine_value AS MachineValue,
                q.machine_confidence AS MachineConfidence, q.reason AS Reason
            FROM cell_reviews q {Bytes} WHERE q.id > @after ORDER BY q.id LIMIT @PageSize
            """,
            new { after = begin.Review, PageSize })).ToList();
        var audit = await AuditLog.After(connection, begin.Audit, PageSize);
        List<JournalLine> lines =
        [
            .. fetches.Select(row => new JournalLine { Fetch = row.ToReference() }), .. reviews.Select(row => new JournalLine { Review = row.ToReview() }),
            .. audit.Select(row => new JournalLine { Audit = row.Entry }),
        ];
        return (lines, begin with { Fetch = fetches.LastOrDefault()?.Id ?? begin.Fetch, Review = reviews.LastOrDefault()?.Id ?? begin.Review, Audit = audit.Count == 0 ? begin.Audit : audit[^1].Id });
    }

    // Records are put back too, so that a list that grows would say too much.
    private async Task CopyFinished(DbConnection connection, CancellationToken cancellation)
    {
        var told = await connection.ExecuteScalarAsync<string>("SELECT COUNT(*) || ' of ' || COALESCE(MAX(id), 0) FROM record_reviews") ?? JournalPosition.NoneFinished;
        if (told == folder.Position.Finished)
            return;
        var finished = await connection.QueryAsync<DecidedRow>($"SELECT q.id AS Id, {Decision} FROM record_reviews q {Bytes} ORDER BY q.id");
        await folder.Replace([.. finished.Select(row => new FinishedRecord(row.Record, row.Reviewer, row.ReviewedAt, row.Snapshot, row.Step))], cancellation);
        await folder.Replace(folder.Position with { Finished = told }, cancellation);
    }

    private const string Decision = "r.record_key AS Record, q.reviewer AS Reviewer, q.reviewed_at AS ReviewedAt, n.sha256 AS Sha256, (SELECT s.step_key FROM review_steps s WHERE s.id = q.step_id) AS Step";

    private const string Bytes =
        "JOIN records r ON r.id = q.record_id JOIN record_versions v ON v.id = q.version_id JOIN extractions e ON e.id = v.extraction_id JOIN snapshots n ON n.id = e.snapshot_id";

    private class DecidedRow
    {
        public long Id { get; init; }

        public required string Record { get; init; }

        public required string Reviewer { get; init; }

        public required string ReviewedAt { get; init; }

        public required byte[] Sha256 { get; init; }

        public string? Step { get; init; }

        public SnapshotHash Snapshot => new(Convert.ToHexStringLower(Sha256));
    }

    private sealed class ReviewedCell : DecidedRow
    {
        public required string Cell { get; init; }

        public int Number { get; init; }

        public required string Verdict { get; init; }

        public string? Value { get; init; }

        public string? MachineValue { get; init; }

        public double MachineConfidence { get; init; }

        public string? Reason { get; init; }

        public JournalReview ToReview() => new(Record, Cell, Number, Verdict, Value, MachineValue, MachineConfidence, Reason, Reviewer, ReviewedAt, Snapshot, Step);
    }
}
