using System.Data.Common;
using Dapper;

namespace Pipeline.Crawler.Frontier;

/// <summary>The addresses of a crawl: what to visit next on a host, and what visits came to.</summary>
public sealed class UrlQueue(FrontierDatabase database, TimeProvider clock)
{
    // A link found again with better evidence moves up while it waits; an address done with is not touched.
    private const string AddSql = """
        INSERT INTO crawl_urls (url_key, host, source, url, form, kind, score, traits, depth, barren, referrer, link_text, redirects, queued, found_at, not_before, due_at)
        VALUES (@Key, @Host, @Source, @Url, @Form, @Kind, @Score, @Traits, @Depth, @Barren, @Referrer, @LinkText, @Redirects, @Queued, @FoundAt, 0, 0)
        ON CONFLICT (url_key) DO UPDATE SET score = excluded.score, traits = crawl_urls.traits | excluded.traits, kind = excluded.kind,
            link_text = excluded.link_text, referrer = excluded.referrer, barren = excluded.barren, depth = excluded.depth
        WHERE crawl_urls.score < excluded.score AND crawl_urls.run <> @Queued
        """;

    private const string SettleSql = """
        UPDATE crawl_urls SET queued = 0, not_before = 0, attempts = 0, run = @Run, outcome = @Outcome, role = @Role, reason = @Reason, checked_at = @At, due_at = @DueAt,
            etag = @ETag, modified = @Modified, snapshot = @Snapshot, region = @Region, unchanged = @Unchanged
        WHERE url_key = @Key
        """;

    private const string ShapeSql =
        "INSERT INTO crawl_shapes (host, shape, barren) VALUES (@Host, @Shape, @Barren) ON CONFLICT (host, shape) DO UPDATE SET barren = excluded.barren";

    private const string TallySql = """
        INSERT INTO crawl_tallies (run, source, requests, bytes, documents) VALUES (@Run, @Source, @Requests, @Bytes, @Documents)
        ON CONFLICT (run, source) DO UPDATE SET requests = crawl_tallies.requests + excluded.requests, bytes = crawl_tallies.bytes + excluded.bytes,
            documents = crawl_tallies.documents + excluded.documents
        """;

    private readonly RecentKeys _recent = new();

    /// <summary>The best addresses of a host that may be visited now, best first.</summary>
    public Task<IReadOnlyList<KnownUrl>> Best(long run, string host, int limit, CancellationToken cancellation) => database.Use<IReadOnlyList<KnownUrl>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<UrlRow>(
                $"SELECT {UrlRow.Columns} FROM crawl_urls WHERE queued = @run AND host = @host AND not_before <= @now ORDER BY score DESC, found_at LIMIT @limit",
                new { run, host, now = StoredMoment.Of(clock.GetUtcNow()), limit });
            return [.. rows.Select(row => row.ToKnownUrl())];
        },
        cancellation);

    /// <summary>When the next address of the host that has to wait may be visited; null when none is queued.</summary>
    public Task<DateTimeOffset?> NextAt(long run, string host, CancellationToken cancellation) => database.Use(
        async connection => await connection.ExecuteScalarAsync<long?>("SELECT MIN(not_before) FROM crawl_urls WHERE queued = @run AND host = @host", new { run, host }) is { } at
            ? StoredMoment.Read(at)
            : (DateTimeOffset?)null,
        cancellation);

    /// <summary>Queues the start addresses of a crawl, known or not.</summary>
    public Task Start(long run, IReadOnlyList<KnownUrl> starts, CancellationToken cancellation) => database.Transact(
        async (connection, transaction) =>
        {
            await Insert(run, starts, connection, transaction);
            foreach (var start in starts)
                await connection.ExecuteAsync(
                    "UPDATE crawl_urls SET queued = @run, source = @Source, score = @Score, traits = traits | @Traits, depth = 0, attempts = 0, not_before = 0 WHERE url_key = @Key",
                    new { run, start.Source, start.Score, Traits = (int)start.Traits, start.Key }, transaction);
            return 0;
        },
        cancellation);

    /// <summary>Queues addresses not known yet.</summary>
    public Task Add(long run, IReadOnlyList<KnownUrl> urls, CancellationToken cancellation) => database.Transact(
        async (connection, transaction) =>
        {
            await Insert(run, urls, connection, transaction);
            return 0;
        },
        cancellation);

    /// <summary>Remembers a visit, its links included, in one step: killed before, the visit is made again; killed after, it is done.</summary>
    public Task Settle(long run, Visit visit, CancellationToken cancellation) => database.Transact(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(SettleSql, Settled(run, visit), transaction);
            await Insert(run, visit.Links, connection, transaction);
            foreach (var (shape, barren) in visit.Shapes)
                await connection.ExecuteAsync(ShapeSql, new { visit.Url.Host, Shape = shape, Barren = barren }, transaction);
            if (visit.Requests > 0 || visit.IsDocument)
                await connection.ExecuteAsync(TallySql, new { Run = run, visit.Url.Source, visit.Requests, visit.Bytes, Documents = visit.IsDocument ? 1 : 0 }, transaction);
            return 0;
        },
        cancellation);

    /// <summary>Puts an address back for another attempt.</summary>
    /// <param name="url">Where the attempt goes: the same address, or another spelling of it that the site redirected to.</param>
    public Task Postpone(KnownUrl known, Uri url, DateTimeOffset notBefore, string reason, CancellationToken cancellation) => database.Use(
        connection => connection.ExecuteAsync(
            "UPDATE crawl_urls SET attempts = attempts + 1, url = @Url, not_before = @NotBefore, reason = @reason WHERE url_key = @Key",
            new { known.Key, Url = url.AbsoluteUri, NotBefore = StoredMoment.Of(notBefore), reason }),
        cancellation);

    /// <summary>Takes everything of a host out of the queue, as failed tonight and due again.</summary>
    public Task GiveUp(long run, string host, string reason, CancellationToken cancellation) => database.Use(
        connection => connection.ExecuteAsync(
            "UPDATE crawl_urls SET queued = 0, not_before = 0, attempts = 0, run = @run, outcome = @Failed, reason = @reason, due_at = 0 WHERE queued = @run AND host = @host",
            new { run, host, reason, Failed = (int)VisitOutcome.Failed }),
        cancellation);

    /// <summary>What is known of an address; null when nothing is.</summary>
    public Task<KnownUrl?> Find(Uri url, CancellationToken cancellation) => database.Use(
        async connection => (await connection.QueryFirstOrDefaultAsync<UrlRow>($"SELECT {UrlRow.Columns} FROM crawl_urls WHERE url_key = @key", new { key = UrlKey.Of(url) }))?.ToKnownUrl(),
        cancellation);

    /// <summary>Counts of fruitless visits by shape of address, for one host.</summary>
    public Task<Dictionary<string, int>> Shapes(string host, CancellationToken cancellation) => database.Use(
        async connection => (await connection.QueryAsync<(string Shape, int Barren)>("SELECT shape, barren FROM crawl_shapes WHERE host = @host", new { host })).ToDictionary(row => row.Shape, row => row.Barren, StringComparer.Ordinal),
        cancellation);

    private async Task Insert(long run, IReadOnlyList<KnownUrl> urls, DbConnection connection, DbTransaction transaction)
    {
        var foundAt = StoredMoment.Of(clock.GetUtcNow());
        foreach (var url in urls)
            if (!_recent.HasSeen(url.Key, url.Score))
                await connection.ExecuteAsync(AddSql, Added(run, url, foundAt), transaction);
        foreach (var host in urls.Select(url => url.Host).Distinct(StringComparer.Ordinal))
            await connection.ExecuteAsync("INSERT INTO crawl_hosts (host) VALUES (@host) ON CONFLICT (host) DO NOTHING", new { host }, transaction);
    }

    private static object Added(long run, KnownUrl url, long foundAt) => new
    {
        url.Key,
        url.Host,
        url.Source,
        Url = url.Url.AbsoluteUri,
        url.Form,
        Kind = (int)url.Kind,
        url.Score,
        Traits = (int)url.Traits,
        url.Depth,
        url.Barren,
        Referrer = url.Referrer?.AbsoluteUri,
        url.LinkText,
        Redirects = url.Redirects.Count == 0 ? null : string.Join('\n', url.Redirects.Select(redirect => redirect.AbsoluteUri)),
        Queued = run,
        FoundAt = foundAt,
    };

    private static object Settled(long run, Visit visit) => new
    {
        visit.Url.Key,
        Run = run,
        Outcome = (int)visit.Outcome,
        Role = (int)visit.Role,
        visit.Reason,
        At = StoredMoment.Of(visit.At),
        DueAt = StoredMoment.Of(visit.DueAt),
        visit.ETag,
        visit.Modified,
        visit.Snapshot,
        visit.Region,
        visit.Unchanged,
    };
}
