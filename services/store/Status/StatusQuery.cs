using System.Data.Common;
using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Status;

/// <summary>Counts for the status command and pages.</summary>
public sealed class StatusQuery(PipelineDatabase database)
{
    private const string RecordsByStatus = "SELECT status, COUNT(*) FROM records WHERE current_version_id IS NOT NULL AND copy_of IS NULL AND state <> 'withdrawn' GROUP BY status";

    /// <param name="runs">How many of the last runs to tell about.</param>
    public async Task<StoreStatus> Read(int runs, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = (await connection.QueryAsync<RunRow>(
            "SELECT id AS Id, run_key AS RunKey, cause AS Cause, started_at AS StartedAt, ended_at AS EndedAt FROM crawl_runs ORDER BY started_at DESC, id DESC LIMIT @runs",
            new { runs })).ToList();
        var told = new List<RunStatus>();
        foreach (var row in rows)
            told.Add(await Run(connection, row));
        return new StoreStatus(
            await Counts(connection, "SELECT last_outcome, COUNT(*) FROM documents GROUP BY last_outcome"),
            await Counts(connection, "SELECT result, COUNT(*) FROM fetches WHERE result IS NOT NULL GROUP BY result"),
            await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM fetches WHERE next_attempt_at IS NOT NULL"),
            await Counts(connection, RecordsByStatus),
            told);
    }

    /// <summary>Current records by status: accepted, review.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Records(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await Counts(connection, RecordsByStatus);
    }

    /// <summary>Runs that began before an instant, newest first.</summary>
    /// <param name="before">Null for the newest.</param>
    /// <param name="crawlsOnly">Leaves out what a person asked for of single documents.</param>
    public async Task<IReadOnlyList<RunStatus>> Runs(DateTimeOffset? before, int limit, bool crawlsOnly, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = (await connection.QueryAsync<RunRow>(
            $"SELECT id AS Id, run_key AS RunKey, cause AS Cause, started_at AS StartedAt, ended_at AS EndedAt FROM crawl_runs WHERE started_at < @before{(crawlsOnly ? $" AND cause NOT IN {RunStatus.NoCrawls}" : "")} ORDER BY started_at DESC, id DESC LIMIT @limit",
            new { before = before is { } instant ? StoredTime.Text(instant) : "~", limit })).ToList();
        var told = new List<RunStatus>();
        foreach (var row in rows)
            told.Add(await Run(connection, row));
        return told;
    }

    /// <summary>One run; null when it is unknown.</summary>
    public async Task<RunStatus?> Run(Guid run, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<RunRow>(
            "SELECT id AS Id, run_key AS RunKey, cause AS Cause, started_at AS StartedAt, ended_at AS EndedAt FROM crawl_runs WHERE run_key = @key",
            new { key = run.ToString("D") });
        return row is null ? null : await Run(connection, row);
    }

    private static async Task<RunStatus> Run(DbConnection connection, RunRow row)
    {
        var fetches = (await connection.QueryAsync<(string Outcome, string? Result, long Count)>(
            "SELECT outcome, result, COUNT(*) FROM fetches WHERE run_id = @Id GROUP BY outcome, result", new { row.Id })).ToList();
        return new RunStatus(
            Guid.Parse(row.RunKey),
            row.Cause,
            StoredTime.Instant(row.StartedAt),
            StoredTime.InstantOrNull(row.EndedAt),
            row.EndedAt is null ? Sums(fetches.Select(fetch => (fetch.Outcome, fetch.Count))) : await Counts(connection, "SELECT outcome, fetches FROM crawl_run_counts WHERE run_id = @Id", new { row.Id }),
            Sums(fetches.Where(fetch => fetch.Outcome == "fetched").Select(fetch => (fetch.Result ?? "pending", fetch.Count))));
    }

    private static async Task<IReadOnlyDictionary<string, long>> Counts(DbConnection connection, string sql, object? values = null) =>
        Sums(await connection.QueryAsync<(string Name, long Count)>(sql, values));

    private static Dictionary<string, long> Sums(IEnumerable<(string Name, long Count)> counts) =>
        counts.GroupBy(count => count.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(count => count.Count), StringComparer.Ordinal);

    private sealed class RunRow
    {
        public long Id { get; init; }

        public required string RunKey { get; init; }

        public required string Cause { get; init; }

        public required string StartedAt { get; init; }

        public string? EndedAt { get; init; }
    }
}
