using System.Data.Common;
using Dapper;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Store.Documents;
using Pipeline.Store.Records;
using Pipeline.Store.Sweeping;

namespace Pipeline.Store.Ledger;

/// <summary>The account of every fetch, in the database.</summary>
public sealed class SqlDocumentLedger(PipelineDatabase database, SweepOptions sweep) : IDocumentLedger
{
    // A crawl that stopped longer ago is not gone on with: what it left is queued anew with everything that has come due since.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(20);

    public async Task<OpenRun> RunOpened(string plan, string trigger, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var stale = await connection.QueryAsync<string>(
            "SELECT run_key FROM crawl_runs WHERE plan = @plan AND ended_at IS NULL AND started_at <= @since", new { plan, since = StoredTime.Text(now - LongestPause) }, transaction);
        foreach (var key in stale.ToList())
            await End(transaction, key, now);
        // The index of open crawls lets one of those that begin at once win; the others read its row.
        await connection.ExecuteAsync(
            "INSERT INTO crawl_runs (run_key, cause, plan, started_at, crawl_at) VALUES (@key, @trigger, @plan, @now, @now) ON CONFLICT (plan) WHERE ended_at IS NULL DO NOTHING",
            new { key = Guid.NewGuid().ToString("D"), trigger, plan, now = StoredTime.Text(now) }, transaction);
        var (number, runKey, startedAt) = await connection.QuerySingleAsync<(long, string, string)>(
            "SELECT id, run_key, started_at FROM crawl_runs WHERE plan = @plan AND ended_at IS NULL", new { plan }, transaction);
        await transaction.CommitAsync(cancellation);
        return new OpenRun(number, Guid.Parse(runKey), StoredTime.Instant(startedAt));
    }

    public async Task<bool> IsRunOpen(string plan, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM crawl_runs WHERE plan = @plan AND ended_at IS NULL AND started_at > @since", new { plan, since = StoredTime.Text(now - LongestPause) }) > 0;
    }

    public async Task RunStarted(CrawlRun run, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await DocumentRows.Run(transaction, run);
        await transaction.CommitAsync(cancellation);
    }

    public async Task RunEnded(Guid runId, DateTimeOffset endedAt, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (!await End(transaction, runId.ToString("D"), endedAt))
            return;
        await transaction.CommitAsync(cancellation);
        await database.Analyse(connection);
    }

    public async Task<bool> IsListed(string url, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long?>("SELECT listed_host FROM documents WHERE url = @url", new { url = StoredText.Clean(url) }) == 1;
    }

    public async Task Record(FetchRecord fetch, CancellationToken cancellation)
    {
        if (fetch.Outcome == FetchOutcome.Fetched && fetch.Snapshot is null)
            throw new ArgumentException($"The fetch of {fetch.Url} counts as fetched but has no snapshot.", nameof(fetch));
        await using var connection = await database.OpenUnit(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var wasGone = fetch.Outcome is FetchOutcome.Gone or FetchOutcome.Unchanged && await WasGone(transaction, fetch.Url);
        var run = await DocumentRows.Run(transaction, new CrawlRun(fetch.RunId, fetch.Facts.FetchedAt, "manual"));
        var document = await DocumentRows.Document(transaction, fetch, run);
        long? snapshot = fetch.Snapshot is { } hash ? await DocumentRows.Snapshot(transaction, hash, fetch.Facts.FetchedAt) : null;
        DateTimeOffset? due = fetch.Outcome == FetchOutcome.Fetched ? fetch.Facts.FetchedAt + sweep.FirstPatience : null;
        await DocumentRows.Fetch(transaction, fetch, run, document, snapshot, due);
        if (fetch.Outcome == FetchOutcome.Gone ? !wasGone : wasGone)
        {
            await StoreLocks.Authorities(transaction, database.Engine, await RecordRows.AuthoritiesOfPublication(transaction, document));
            await RecordStates.RefreshOfDocument(transaction, document, StoredTime.Text(fetch.Facts.FetchedAt));
        }

        await transaction.CommitAsync(cancellation);
    }

    public async Task Answered(string url, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var values = new { url = StoredText.Clean(url), at = StoredTime.Text(at) };
        // Looked up first: hardly any address needs the write, and a write waits for others.
        if (await connection.ExecuteScalarAsync<long?>("SELECT id FROM documents WHERE url = @url AND last_outcome NOT IN ('fetched', 'unchanged', 'gone')", values) is null)
            return;
        await connection.ExecuteAsync(
            "UPDATE documents SET last_outcome = 'unchanged', last_checked_at = @at, last_answer_at = @at, failing_since = NULL WHERE url = @url AND last_outcome NOT IN ('fetched', 'unchanged', 'gone') AND last_checked_at <= @at",
            values);
    }

    public async Task SourcesTold(Guid runId, IReadOnlyCollection<SourceResult> sources, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await connection.ExecuteScalarAsync<long?>("SELECT id FROM crawl_runs WHERE run_key = @key", new { key = runId.ToString("D") }, transaction) is { } run)
            await SourceRuns.Write(transaction, run, sources);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<IReadOnlyList<DocumentReference>> Pending(DateTimeOffset before, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<ReferenceRow>(
            $"SELECT {ReferenceRow.Columns} FROM {ReferenceRow.Tables} WHERE f.next_attempt_at IS NOT NULL AND f.fetched_at < @before ORDER BY f.fetched_at, f.id LIMIT @limit",
            new { before = StoredTime.Text(before), limit });
        return [.. rows.Select(row => row.ToReference())];
    }

    /// <returns>False when it had ended before.</returns>
    private static async Task<bool> End(DbTransaction transaction, string key, DateTimeOffset endedAt)
    {
        var run = await transaction.Connection!.ExecuteScalarAsync<long?>(
            "UPDATE crawl_runs SET ended_at = @endedAt WHERE run_key = @key AND ended_at IS NULL RETURNING id",
            new { key, endedAt = StoredTime.Text(endedAt) },
            transaction);
        if (run is null)
            return false;
        // A crawler of a version that does not know the column may have fetched, while this one was put in its place.
        await transaction.Connection!.ExecuteAsync(
            """
            UPDATE documents SET last_content_at = (SELECT MAX(f.fetched_at) FROM fetches f WHERE f.document_id = documents.id AND f.outcome = 'fetched')
            WHERE last_run_id = @run AND last_content_at IS NULL AND last_outcome IN ('fetched', 'unchanged');
            INSERT INTO crawl_run_counts (run_id, outcome, fetches) SELECT run_id, outcome, COUNT(*) FROM fetches WHERE run_id = @run GROUP BY run_id, outcome;
            DELETE FROM fetches WHERE run_id = @run AND outcome = 'unchanged';
            """,
            new { run },
            transaction);
        return true;
    }

    // Under the site's lock, as everything that changes records.
    private async Task<bool> WasGone(DbTransaction transaction, string url)
    {
        await StoreLocks.Site(transaction, database.Engine, SiteName.Of(url));
        return await transaction.Connection!.ExecuteScalarAsync<string?>("SELECT gone_at FROM documents WHERE url = @url", new { url = StoredText.Clean(url) }, transaction) is not null;
    }
}
