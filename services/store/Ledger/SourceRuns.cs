using System.Data.Common;
using System.Text.Json;
using Dapper;
using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Ledger;

/// <summary>What crawls came to at their sources.</summary>
internal static class SourceRuns
{
    // Longer than a month with its holidays; at 14,000 sources half a million rows.
    private const int RunsKept = 35;

    /// <summary>Told again by a process that goes on after another was killed, the later word stands.</summary>
    public static async Task Write(DbTransaction transaction, long run, IReadOnlyCollection<SourceResult> sources)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync("UPDATE source_runs SET is_latest = 0 WHERE source = @Source AND is_latest = 1", sources, transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO source_runs (source, run_id, requests, found, resting, expected, failed, reason, alarms, is_latest)
            VALUES (@source, @run, @Requests, @Found, @Resting, @Expected, @Failed, @reason, @alarms, 1)
            ON CONFLICT (source, run_id) DO UPDATE SET requests = excluded.requests, found = excluded.found, resting = excluded.resting, expected = excluded.expected,
                failed = excluded.failed, reason = excluded.reason, alarms = excluded.alarms, is_latest = 1
            """,
            sources.Select(told => new
            {
                source = StoredText.Clean(told.Source), run, told.Requests, told.Found, told.Resting, told.Expected, told.Failed,
                reason = StoredText.Clean(told.Reason), alarms = JsonSerializer.Serialize(told.Alarms.Select(StoredText.Clean)),
            }),
            transaction);
        await connection.ExecuteAsync(
            "DELETE FROM source_runs WHERE is_latest = 0 AND run_id < (SELECT MIN(id) FROM (SELECT DISTINCT run_id AS id FROM source_runs ORDER BY run_id DESC LIMIT @kept) AS kept)",
            new { kept = RunsKept },
            transaction);
    }
}
