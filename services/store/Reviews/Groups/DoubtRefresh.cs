using System.Data.Common;
using Dapper;
using Pipeline.Contracts.Forms;
using Pipeline.Database;
using Pipeline.Store.Records;

namespace Pipeline.Store.Reviews.Groups;

/// <summary>Works out what is in doubt in the versions of records that wait, each once; those at the head of the queue first.</summary>
public sealed class DoubtRefresh(PipelineDatabase database, TimeProvider clock)
{
    // Whoever decides meanwhile waits for no more than these.
    private const int Piece = 100;

    private const string Missing =
        $"""
        FROM records r WHERE {ReviewQueue.Waiting}
          AND NOT EXISTS (SELECT 1 FROM doubted_versions w WHERE w.version_id = r.current_version_id AND w.rules = @rules)
        """;

    /// <summary>Goes on until none is missing, or the time is over, which may come within a piece; does nothing where the database cannot be written.</summary>
    public async Task Run(TimeSpan most, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        await using var connection = await database.Open(cancellation);
        while (database.CanWrite && !IsOver())
        {
            var rows = (await connection.QueryAsync<DoubtedRow>(
                $"SELECT v.id AS VersionId, {VersionColumns.Columns} FROM {VersionColumns.Tables} WHERE v.id IN (SELECT r.current_version_id {Missing} ORDER BY r.confidence LIMIT @piece)",
                new { rules = DoubtfulCells.Rules, piece = Piece })).ToList();
            if (rows.Count == 0)
                return;
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            // In one order, so that two processes at the same versions do not wait for each other.
            foreach (var row in rows.OrderBy(row => row.VersionId).TakeWhile(_ => !IsOver()))
                await Store(transaction, row);
            await transaction.CommitAsync(cancellation);
        }

        bool IsOver() => clock.GetElapsedTime(began) >= most;
    }

    /// <summary>How many versions are still to be worked out.</summary>
    public async Task<long> CountMissing(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) {Missing}", new { rules = DoubtfulCells.Rules });
    }

    private static async Task Store(DbTransaction transaction, DoubtedRow row)
    {
        var connection = transaction.Connection!;
        var report = row.ToVersion().Report;
        var causes = DoubtfulCells.Causes(report);
        var form = FormCatalog.Current.Form(report.Form);
        var largest = causes.Max(doubt => Math.Abs(report.Cells[form.OrdinalOf(doubt.Cell)].Value ?? 0));
        // Of earlier versions nobody asks any more.
        const string Former = "IN (SELECT w.id FROM record_versions w WHERE w.record_id = @RecordId)";
        await connection.ExecuteAsync($"DELETE FROM version_doubts WHERE version_id {Former}; DELETE FROM doubted_versions WHERE version_id {Former}", new { row.RecordId }, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO doubted_versions (version_id, doubts, largest, rules) VALUES (@VersionId, @doubts, @largest, @rules) ON CONFLICT DO NOTHING",
            new { row.VersionId, doubts = causes.Count, largest = (double)largest, rules = DoubtfulCells.Rules }, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO version_doubts (version_id, cell_id, cause) VALUES (@VersionId, @cell, @Cause) ON CONFLICT DO NOTHING",
            causes.Select(doubt => new { row.VersionId, cell = doubt.Cell.ToString(), doubt.Cause }), transaction);
    }

    private sealed class DoubtedRow : VersionColumns
    {
        public long VersionId { get; init; }
    }
}
