using System.Data.Common;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Store.Audit;

namespace Pipeline.Store.Journal;

/// <summary>Brings what a journal holds into a database that is new. Done twice it changes nothing.</summary>
public sealed class JournalReplay(PipelineDatabase database, IDocumentLedger ledger)
{
    /// <summary>Records every fetch: its document waits to be read from its snapshot then.</summary>
    public async Task<JournalTally> Fetches(JournalFolder journal, CancellationToken cancellation)
    {
        var (done, unreadable) = (0, 0);
        await foreach (var line in journal.Read(cancellation))
        {
            if (line is null)
                unreadable++;
            if (line?.Fetch is not { } fetch)
                continue;
            await ledger.Record(RecordOf(fetch), cancellation);
            done++;
        }

        return new(done, 0, unreadable);
    }

    /// <summary>Stores everything that people said again, once the documents have been read: a decision belongs to the record of its key, as read from the bytes that the person looked at.</summary>
    public async Task<JournalTally> Decisions(JournalFolder journal, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (done, without, unreadable) = (0, 0, 0);
        await KeptTables.Write(connection, journal.People);
        await foreach (var line in journal.Read(cancellation))
        {
            if (line is null)
                unreadable++;
            if (line?.Audit is { } entry)
                await AuditLog.Restore(connection, entry);
            if (line?.Review is not { } review)
                continue;
            if (await Store(connection, review))
                done++;
            else
                without++;
        }

        foreach (var finished in journal.Finished)
            if (!await Store(connection, finished))
                without++;
        return new(done, without, unreadable);
    }

    private static FetchRecord RecordOf(DocumentReference fetch) => new()
    {
        FetchId = fetch.FetchId,
        RunId = fetch.RunId,
        Source = fetch.Source,
        ListedHost = fetch.ListedHost,
        Url = fetch.Url,
        Facts = fetch.Facts,
        Outcome = FetchOutcome.Fetched,
        Snapshot = fetch.Snapshot,
    };

    /// <returns>False when there is no such record.</returns>
    private static async Task<bool> Store(DbConnection connection, JournalReview review)
    {
        var (record, version) = await Version(connection, review.Record, review.Snapshot);
        if (version is null)
            return false;
        await connection.ExecuteAsync(
            """
            INSERT INTO cell_reviews (record_id, cell_id, number, version_id, verdict, value, machine_value, machine_confidence, reason, reviewer, reviewed_at, step_id)
            VALUES (@record, @Cell, @Number, @version, @Verdict, @Value, @MachineValue, @MachineConfidence, @Reason, @Reviewer, @ReviewedAt, (SELECT id FROM review_steps WHERE step_key = @Step))
            ON CONFLICT DO NOTHING
            """,
            new { record, version, review.Cell, review.Number, review.Verdict, review.Value, review.MachineValue, review.MachineConfidence, review.Reason, review.Reviewer, review.ReviewedAt, review.Step });
        return true;
    }

    private static async Task<bool> Store(DbConnection connection, FinishedRecord finish)
    {
        var (record, version) = await Version(connection, finish.Record, finish.Snapshot);
        if (version is null)
            return false;
        await connection.ExecuteAsync(
            """
            INSERT INTO record_reviews (record_id, version_id, reviewer, reviewed_at, step_id)
            SELECT @record, @version, @Reviewer, @ReviewedAt, (SELECT id FROM review_steps WHERE step_key = @Step)
            WHERE NOT EXISTS (SELECT 1 FROM record_reviews WHERE record_id = @record AND reviewer = @Reviewer AND reviewed_at = @ReviewedAt);
            UPDATE records SET status = 'reviewed' WHERE id = @record AND current_version_id IN (
                SELECT v.id FROM record_versions v JOIN extractions e ON e.id = v.extraction_id JOIN snapshots n ON n.id = e.snapshot_id WHERE v.record_id = @record AND n.sha256 = @bytes);
            """,
            new { record, version, finish.Reviewer, finish.ReviewedAt, finish.Step, bytes = Convert.FromHexString(finish.Snapshot.ToString()) });
        return true;
    }

    private static async Task<(long Record, long? Version)> Version(DbConnection connection, string key, SnapshotHash snapshot) =>
        await connection.QueryFirstOrDefaultAsync<(long, long?)>(
            """
            SELECT r.id, v.id FROM records r JOIN record_versions v ON v.record_id = r.id JOIN extractions e ON e.id = v.extraction_id JOIN snapshots n ON n.id = e.snapshot_id
            WHERE r.record_key = @key AND n.sha256 = @bytes ORDER BY v.number DESC LIMIT 1
            """,
            new { key, bytes = Convert.FromHexString(snapshot.ToString()) });
}

/// <summary>What came of a journal.</summary>
/// <param name="Done">Lines that stand in the database now.</param>
/// <param name="Without">Decisions whose record was not read from the same bytes again.</param>
/// <param name="Unreadable">Lines that are torn or damaged.</param>
public sealed record JournalTally(int Done, int Without, int Unreadable);
