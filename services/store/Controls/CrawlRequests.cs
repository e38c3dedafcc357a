using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Controls;

/// <summary>What people and the process that crawls tell each other: crawls asked for, next times, paused sources.</summary>
public sealed class CrawlRequests(PipelineDatabase database, TimeProvider clock)
{
    private const string Columns =
        "request_key AS Key, scope AS Scope, subject AS Subject, requested_by AS RequestedBy, requested_at AS RequestedAt, taken_at AS TakenAt, ended_at AS EndedAt, run_key AS RunKey, problem AS Problem";

    public async Task<CrawlRequest> Add(CrawlScope scope, string? subject, string who, CancellationToken cancellation)
    {
        var request = new CrawlRequest(Guid.NewGuid(), scope, subject, who, clock.GetUtcNow(), null, null, null, null);
        await using var connection = await database.Open(cancellation);
        await connection.ExecuteAsync(
            "INSERT INTO crawl_requests (request_key, scope, subject, requested_by, requested_at) VALUES (@key, @scope, @subject, @who, @now)",
            new { key = request.Id.ToString("D"), scope = StoredName.Of(scope), subject = StoredText.Clean(subject), who = StoredText.Clean(who), now = StoredTime.Text(request.RequestedAt) });
        return request;
    }

    /// <summary>Takes the oldest that waits; null when none does. Of several processes one gets it.</summary>
    public async Task<CrawlRequest?> Take(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        while (await connection.QueryFirstOrDefaultAsync<Row>($"SELECT {Columns} FROM crawl_requests WHERE taken_at IS NULL ORDER BY id LIMIT 1") is { } row)
            if (await connection.ExecuteAsync("UPDATE crawl_requests SET taken_at = @now WHERE request_key = @Key AND taken_at IS NULL", new { row.Key, now = StoredTime.Text(clock.GetUtcNow()) }) > 0)
                return row.ToRequest();
        return null;
    }

    /// <param name="run">The crawl that it was; null when there was none.</param>
    /// <param name="problem">Why not, as a line for a person; null when it went well.</param>
    public async Task End(Guid id, Guid? run, string? problem, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await connection.ExecuteAsync(
            "UPDATE crawl_requests SET ended_at = @now, run_key = @run, problem = @problem WHERE request_key = @key",
            new { key = id.ToString("D"), now = StoredTime.Text(clock.GetUtcNow()), run = run?.ToString("D"), problem = StoredText.Clean(problem) });
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CrawlRequest>> Latest(int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>($"SELECT {Columns} FROM crawl_requests ORDER BY id DESC LIMIT @limit", new { limit })).Select(row => row.ToRequest())];
    }

    /// <summary>Says when the sources of each schedule are crawled next, in place of what was said before.</summary>
    public async Task TellTimes(IReadOnlyCollection<(string Cron, DateTimeOffset NextAt)> times, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("DELETE FROM crawl_times", transaction: transaction);
        await connection.ExecuteAsync(
            "INSERT INTO crawl_times (cron, next_at, told_at) VALUES (@Cron, @next, @now) ON CONFLICT DO NOTHING",
            times.Select(time => new { time.Cron, next = StoredTime.Text(time.NextAt), now = StoredTime.Text(clock.GetUtcNow()) }), transaction);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The next first; empty when no process ever said so.</summary>
    public async Task<IReadOnlyList<CrawlTime>> Times(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<(string Cron, string Next, string Told)>("SELECT cron, next_at, told_at FROM crawl_times ORDER BY next_at")).Select(row => new CrawlTime(row.Cron, StoredTime.Instant(row.Next), StoredTime.Instant(row.Told)))];
    }

    /// <summary>Says which sources are paused, in place of what was said before.</summary>
    public async Task TellPaused(IReadOnlyCollection<string> sources, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("DELETE FROM paused_sources", transaction: transaction);
        await connection.ExecuteAsync("INSERT INTO paused_sources (source) VALUES (@source) ON CONFLICT DO NOTHING", sources.Select(source => new { source = StoredText.Clean(source) }), transaction);
        await transaction.CommitAsync(cancellation);
    }

    private sealed class Row
    {
        public required string Key { get; init; }

        public required string Scope { get; init; }

        public string? Subject { get; init; }

        public required string RequestedBy { get; init; }

        public required string RequestedAt { get; init; }

        public string? TakenAt { get; init; }

        public string? EndedAt { get; init; }

        public string? RunKey { get; init; }

        public string? Problem { get; init; }

        public CrawlRequest ToRequest() => new(
            Guid.Parse(Key), StoredName.Read<CrawlScope>(Scope), Subject, RequestedBy, StoredTime.Instant(RequestedAt), StoredTime.InstantOrNull(TakenAt), StoredTime.InstantOrNull(EndedAt),
            RunKey is null ? null : Guid.Parse(RunKey), Problem);
    }
}
