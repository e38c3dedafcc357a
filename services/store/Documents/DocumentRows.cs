using System.Data.Common;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Ports;
using Pipeline.Database;

namespace Pipeline.Store.Documents;

/// <summary>Writes of runs, documents, snapshots and fetches that change nothing the second time. All run inside the caller's transaction.</summary>
internal static class DocumentRows
{
    public static Task<long> Run(DbTransaction transaction, CrawlRun run) => Upsert(
        transaction,
        """
        INSERT INTO crawl_runs (run_key, cause, started_at, crawl_at) VALUES (@key, @cause, @startedAt, @startedAt)
        ON CONFLICT (run_key) DO NOTHING
        """,
        "SELECT id FROM crawl_runs WHERE run_key = @key",
        new { key = run.RunId.ToString("D"), cause = run.Trigger, startedAt = StoredTime.Text(run.StartedAt) });

    public static Task<long> Document(DbTransaction transaction, FetchRecord fetch, long run) => Upsert(
        transaction,
        """
        INSERT INTO documents (url, site, source, listed_host, referrer, first_seen_at, last_checked_at, last_outcome, last_run_id, gone_at, last_content_at, last_answer_at, failing_since)
        VALUES (@url, @site, @source, @listed, @referrer, @at, @at, @outcome, @run, CASE WHEN @outcome = 'gone' THEN @at END, CASE WHEN @outcome = 'fetched' THEN @at END,
                CASE WHEN @outcome IN ('fetched', 'unchanged') THEN @at END, CASE WHEN @outcome IN ('failed', 'robots_unreachable') THEN @at END)
        ON CONFLICT (url) DO UPDATE SET
            source = excluded.source, listed_host = excluded.listed_host, referrer = COALESCE(excluded.referrer, documents.referrer),
            last_checked_at = excluded.last_checked_at, last_outcome = excluded.last_outcome, last_run_id = excluded.last_run_id,
            gone_at = CASE WHEN excluded.last_outcome = 'gone' THEN COALESCE(documents.gone_at, excluded.gone_at)
                           WHEN excluded.last_outcome IN ('fetched', 'unchanged') THEN NULL ELSE documents.gone_at END,
            last_content_at = COALESCE(excluded.last_content_at, documents.last_content_at),
            last_answer_at = COALESCE(excluded.last_answer_at, documents.last_answer_at,
                                      CASE WHEN documents.last_outcome IN ('fetched', 'unchanged') THEN documents.last_checked_at END),
            failing_since = CASE WHEN excluded.failing_since IS NULL THEN NULL ELSE COALESCE(documents.failing_since, excluded.failing_since) END
        WHERE excluded.last_checked_at >= documents.last_checked_at
        """,
        "SELECT id FROM documents WHERE url = @url",
        new
        {
            url = StoredText.Clean(fetch.Url),
            site = StoredText.Clean(SiteName.Of(fetch.Url)),
            source = StoredText.Clean(fetch.Source),
            listed = fetch.ListedHost ? 1 : 0,
            referrer = StoredText.Clean(fetch.Facts.Referrer?.AbsoluteUri),
            at = StoredTime.Text(fetch.Facts.FetchedAt),
            outcome = StoredName.Of(fetch.Outcome),
            run,
        });

    public static Task<long> Snapshot(DbTransaction transaction, SnapshotHash snapshot, DateTimeOffset fetchedAt) => Upsert(
        transaction,
        "INSERT INTO snapshots (sha256, first_fetched_at) VALUES (@hash, @at) ON CONFLICT (sha256) DO NOTHING",
        "SELECT id FROM snapshots WHERE sha256 = @hash",
        new { hash = Convert.FromHexString(snapshot.ToString()), at = StoredTime.Text(fetchedAt) });

    /// <param name="nextAttemptAt">When to send the document again if no result arrives; null for a fetch that leads to none.</param>
    public static Task<long> Fetch(DbTransaction transaction, FetchRecord fetch, long run, long document, long? snapshot, DateTimeOffset? nextAttemptAt) => Upsert(
        transaction,
        """
        INSERT INTO fetches (fetch_key, run_id, document_id, fetched_at, outcome, reason, snapshot_id, facts, next_attempt_at, attempts)
        VALUES (@key, @run, @document, @at, @outcome, @reason, @snapshot, @facts, @next, 0)
        ON CONFLICT (fetch_key) DO NOTHING
        """,
        "SELECT id FROM fetches WHERE fetch_key = @key",
        new
        {
            key = fetch.FetchId.ToString("D"),
            run,
            document,
            at = StoredTime.Text(fetch.Facts.FetchedAt),
            outcome = StoredName.Of(fetch.Outcome),
            reason = StoredText.Clean(fetch.Reason),
            snapshot,
            facts = StoredFacts.Pack(fetch.Facts),
            next = nextAttemptAt is { } next ? StoredTime.Text(next) : null,
        });

    /// <summary>What the ledger wrote of a fetch with content; null when it is not there, as after a restored backup.</summary>
    public static Task<KnownFetch?> Known(DbTransaction transaction, Guid fetchId) => transaction.Connection!.QuerySingleOrDefaultAsync<KnownFetch?>(
        "SELECT id AS Id, document_id AS DocumentId, snapshot_id AS SnapshotId FROM fetches WHERE fetch_key = @key AND snapshot_id IS NOT NULL",
        new { key = fetchId.ToString("D") },
        transaction);

    // In one round trip.
    private static Task<long> Upsert(DbTransaction transaction, string insert, string select, object values) =>
        transaction.Connection!.ExecuteScalarAsync<long>($"{insert}; {select}", values, transaction);
}
