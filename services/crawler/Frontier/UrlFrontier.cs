using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Politeness;
using Pipeline.Database;

namespace Pipeline.Crawler.Frontier;

/// <summary>The addresses of a crawl: what to visit next on a host, and what visits came to.</summary>
public sealed class UrlFrontier(FrontierDatabase database, TimeProvider clock)
{
    // A link found again with better evidence moves up while it waits; an address done with is not touched.
    private static readonly Statement AddStatement = new("""
        INSERT INTO crawl_urls (url_key, host, source, url, form, kind, score, traits, depth, barren, referrer, link_text, redirects, queued, found_at, not_before, due_at, row_templates, ask_headers, counter)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, 0, 0, @p15, @p16, @p17)
        ON CONFLICT (url_key) DO UPDATE SET score = excluded.score, traits = crawl_urls.traits | excluded.traits, kind = excluded.kind,
            link_text = excluded.link_text, referrer = excluded.referrer, barren = excluded.barren, depth = excluded.depth, form = excluded.form,
            row_templates = excluded.row_templates, ask_headers = excluded.ask_headers, counter = excluded.counter
        WHERE (crawl_urls.score < excluded.score OR crawl_urls.form <> excluded.form) AND crawl_urls.run <> excluded.queued
        """);

    private static readonly Statement SettleStatement = new($"""
        UPDATE crawl_urls SET queued = 0, not_before = 0, attempts = 0, run = @p1, traits = (traits & ~{UrlFlags.AwaitsRows | UrlFlags.NeedsBrowser:D}) | @p12, outcome = @p2, role = @p3, reason = @p4, checked_at = @p5, due_at = @p6,
            etag = @p7, modified = @p8, snapshot = @p9, region = @p10, unchanged = @p11
        WHERE url_key = @p0
        """);

    private static readonly Statement ShapeStatement = new(
        "INSERT INTO crawl_shapes (host, shape, barren) VALUES (@p0, @p1, @p2) ON CONFLICT (host, shape) DO UPDATE SET barren = excluded.barren");

    private static readonly Statement TallyStatement = new("""
        INSERT INTO crawl_tallies (run, source, requests, bytes, documents, lists, lost_lists, explored) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        ON CONFLICT (run, source) DO UPDATE SET requests = crawl_tallies.requests + excluded.requests, bytes = crawl_tallies.bytes + excluded.bytes,
            documents = crawl_tallies.documents + excluded.documents, lists = crawl_tallies.lists + excluded.lists, lost_lists = crawl_tallies.lost_lists + excluded.lost_lists, explored = crawl_tallies.explored + excluded.explored
        """);

    private static readonly Statement RecipeStatement = new("""
        INSERT INTO crawl_recipes (source, request, page, counter, row_templates, learned_at, worked_at, links, learned_from) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p5, @p6, @p7)
        ON CONFLICT (source, request) DO UPDATE SET page = excluded.page, counter = excluded.counter, row_templates = excluded.row_templates,
            worked_at = excluded.worked_at, links = excluded.links, learned_from = excluded.learned_from
        """);

    // A list that is asked for by a script and brings nothing any more: its page is read anew the next time, and may ask differently.
    private static readonly Statement RelearnStatement = new("UPDATE crawl_urls SET etag = NULL, modified = NULL, due_at = 0 WHERE url_key = @p0");

    private static readonly Statement BrokenStatement = new("UPDATE crawl_recipes SET worked_at = 0 WHERE source = @p0 AND page = @p1");

    // The lowest place among what a column leads to: by then the requests of its scripts have been made.
    private static readonly Statement AwaitStatement = new($"UPDATE crawl_urls SET queued = @p1, score = @p2, traits = traits | {UrlFlags.AwaitsRows:D} WHERE url_key = @p0");

    private const int ScoreOfWaiting = 58;

    // A night begins where reports were found before: at their lists, then at the pages on the way to them.
    private const int ScoreOfKnownList = 99;
    private const int ScoreOfKnownWay = 74;

    private static readonly Statement LeadStatement = new("""
        INSERT INTO crawl_leads (run, source, host, links, followed, sample) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
        ON CONFLICT (run, source, host) DO UPDATE SET links = crawl_leads.links + excluded.links
        """);

    // The first condition is what the index stands on.
    private static readonly Statement BestStatement = new(
        $"SELECT {UrlRow.Columns} FROM crawl_urls WHERE queued > 0 AND queued = @p0 AND host = @p1 AND (not_before <= @p2 OR not_before > @p4) ORDER BY score DESC, found_at LIMIT @p3");

    private static readonly Statement FindStatement = new($"SELECT {UrlRow.Columns} FROM crawl_urls WHERE url_key = @p0");

    // The role stands as a number in the statement, as in the index that it is found by.
    private static readonly Statement FormStatement = new($"SELECT {UrlRow.Columns} FROM crawl_urls WHERE host = @p0 AND role = {PageRole.Document:D} AND form IS NOT NULL");

    private static readonly Statement RepeatStatement = new(
        $"SELECT url_key FROM crawl_urls WHERE role = {PageRole.Document:D} AND host = @p0 AND region = @p1 AND url_key <> @p2 LIMIT 1");

    // No address rests longer than a month: what is due later was written by a clock that was ahead, and would never be asked for again.
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(60);

    private readonly RecentKeys _recent = new();

    // Hosts that the table is known to hold: as many as sources have.
    private readonly ConcurrentDictionary<string, bool> _hosts = new(StringComparer.Ordinal);

    /// <summary>The best addresses of a host that may be visited now, best first.</summary>
    public Task<List<KnownUrl>> Best(long run, string host, int limit, CancellationToken cancellation) => database.Use(
        connection => BestStatement.Read(connection, database.KeepsConnection, UrlRow.Read, run, host, StoredTime.Milliseconds(clock.GetUtcNow()), limit, StoredTime.Milliseconds(clock.GetUtcNow() + HostLeases.LongestBelieved)), cancellation);

    /// <summary>When the next address of the host that has to wait may be visited; null when none is queued.</summary>
    public Task<DateTimeOffset?> NextAt(long run, string host, CancellationToken cancellation) => database.Use(
        async connection => await connection.ExecuteScalarAsync<long?>("SELECT MIN(not_before) FROM crawl_urls WHERE queued > 0 AND queued = @run AND host = @host", new { run, host }) is { } at
            ? StoredTime.Instant(at)
            : (DateTimeOffset?)null,
        cancellation);

    /// <summary>Queues every address of the sources that is due, and the start addresses, known or not: once for each crawl, by whichever process comes first.</summary>
    /// <returns>False when the crawl was opened before.</returns>
    /// <param name="explores">Whether what earlier crawls left unexplored is queued too.</param>
    public Task<bool> Open(long run, IReadOnlyCollection<string> sources, IReadOnlyList<KnownUrl> starts, bool explores, CancellationToken cancellation) => database.Transact(
        async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync("INSERT INTO crawl_openings (run) VALUES (@run) ON CONFLICT (run) DO NOTHING", new { run }, transaction) == 0)
                return false;
            // Each night gives what brought nothing half of its chances back: a column that was empty may fill.
            await connection.ExecuteAsync("UPDATE crawl_shapes SET barren = barren / 2", transaction: transaction);
            var now = clock.GetUtcNow();
            // The sign keeps the engine from looking through all that is queued so far, once for each source.
            foreach (var source in sources)
                await connection.ExecuteAsync(
                    $"""
                    UPDATE crawl_urls SET queued = @run, attempts = 0, not_before = 0,
                        score = CASE WHEN role = {PageRole.ReportList:D} AND score < {ScoreOfKnownList} THEN {ScoreOfKnownList} WHEN (traits & {UrlFlags.LedToReports:D}) > 0 AND score < {ScoreOfKnownWay} THEN {ScoreOfKnownWay} ELSE score END
                    WHERE source = @source AND (due_at <= @now OR due_at > @ahead OR +queued > 0{(explores ? $" OR outcome = {VisitOutcome.LeftAlone:D} AND reason LIKE '{Exploring.Left}%'" : "")})
                    """,
                    new { run, source, now = StoredTime.Milliseconds(now), ahead = StoredTime.Milliseconds(now + LongestRest) }, transaction);
            await Insert(run, starts, connection, transaction);
            foreach (var start in starts)
                await connection.ExecuteAsync(
                    "UPDATE crawl_urls SET queued = @run, source = @Source, score = @Score, traits = traits | @Flags, depth = 0, attempts = 0, not_before = 0 WHERE url_key = @Key",
                    new { run, start.Source, start.Score, Flags = (int)start.Flags, start.Key }, transaction);
            return true;
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
            await SettleStatement.Run(connection, transaction, database.KeepsConnection, Settled(run, visit));
            await Insert(run, visit.Links, connection, transaction);
            foreach (var (shape, count) in visit.Shapes)
                await ShapeStatement.Run(connection, transaction, database.KeepsConnection, visit.Url.Host, shape, count);
            foreach (var lead in visit.Leads)
                await LeadStatement.Run(connection, transaction, database.KeepsConnection, run, visit.Url.Source, lead.Host, lead.Links, lead.Followed ? 1 : 0, lead.Sample.AbsoluteUri);
            if (visit.Recipe is { } recipe)
                await RecipeStatement.Run(connection, transaction, database.KeepsConnection, visit.Url.Source, recipe.Request, (recipe.Page ?? visit.Url.Referrer)?.AbsoluteUri, recipe.Counter, recipe.Rows, StoredTime.Milliseconds(visit.At), recipe.Links, recipe.LearnedFrom);
            else if ((visit.IsLostList || visit.HasLostRows) && visit.Url is { Kind: LinkKind.Continuation, Referrer: { } page })
            {
                await RelearnStatement.Run(connection, transaction, database.KeepsConnection, UrlKey.Of(page));
                await BrokenStatement.Run(connection, transaction, database.KeepsConnection, visit.Url.Source, page.AbsoluteUri);
            }

            if (visit.Outcome == VisitOutcome.New)
                await ReportWays.Mark(visit.Url, connection, transaction);
            else if (visit is { IsExploring: true, Requests: > 0 })
                await ReportWays.Tried(visit.Url, connection, transaction);
            if (visit.AwaitsRows)
                await AwaitStatement.Run(connection, transaction, database.KeepsConnection, visit.Url.Key, run, ScoreOfWaiting);
            if (visit.Requests > 0 || visit.IsDocument)
                await TallyStatement.Run(connection, transaction, database.KeepsConnection, run, visit.Url.Source, visit.Requests, visit.Bytes, visit.IsDocument ? 1 : 0, visit.IsList ? 1 : 0, visit.IsLostList ? 1 : 0, visit.IsExploring ? visit.Requests : 0);
            return 0;
        },
        cancellation);

    /// <summary>Puts an address back for another attempt.</summary>
    /// <param name="url">Where the attempt goes: the same address, or another spelling of it that the site redirected to.</param>
    /// <param name="score">Its new place in the queue.</param>
    /// <param name="isAttempt">Whether it was asked for, and not only waits.</param>
    public Task Postpone(KnownUrl known, Uri url, int score, DateTimeOffset notBefore, string reason, bool isAttempt, CancellationToken cancellation) => database.Use(
        connection => connection.ExecuteAsync(
            "UPDATE crawl_urls SET attempts = attempts + @made, url = @Url, score = @score, not_before = @NotBefore, reason = @reason WHERE url_key = @Key",
            new { known.Key, Url = url.AbsoluteUri, score, NotBefore = StoredTime.Milliseconds(notBefore), reason, made = isAttempt ? 1 : 0 }),
        cancellation);

    /// <summary>Takes everything of a host out of the queue; it is due again the next night.</summary>
    /// <param name="outcome">What tonight was for it.</param>
    public Task GiveUp(long run, string host, VisitOutcome outcome, string reason, CancellationToken cancellation) => database.Use(
        connection => connection.ExecuteAsync(
            "UPDATE crawl_urls SET queued = 0, not_before = 0, attempts = 0, run = @run, outcome = @outcome, reason = @reason, due_at = 0 WHERE queued > 0 AND queued = @run AND host = @host",
            new { run, host, reason, outcome = (int)outcome }),
        cancellation);

    /// <summary>Takes what explores out of a host's queue.</summary>
    public Task LeaveUnexplored(long run, string host, string source, string reason, DateTimeOffset dueAt, CancellationToken cancellation) => database.Use(
        connection => connection.ExecuteAsync(
            $"UPDATE crawl_urls SET queued = 0, not_before = 0, attempts = 0, run = @run, outcome = {VisitOutcome.LeftAlone:D}, reason = @reason, due_at = @due WHERE queued > 0 AND queued = @run AND host = @host AND source = @source AND {Exploring.Sql}",
            new { run, host, source, reason, due = StoredTime.Milliseconds(dueAt) }),
        cancellation);

    /// <summary>Documents of a source, in no order.</summary>
    public Task<IReadOnlyList<FoundDocument>> Documents(string source, CancellationToken cancellation) => database.Use<IReadOnlyList<FoundDocument>>(
        async connection => [.. (await connection.QueryAsync<(string? Referrer, string? Text, long At)>($"SELECT referrer, link_text, found_at FROM crawl_urls WHERE source = @source AND role = {PageRole.Document:D}", new { source }))
            .Select(row => new FoundDocument(row.Referrer is { } referrer ? new Uri(referrer) : null, row.Text ?? "", StoredTime.Instant(row.At)))],
        cancellation);

    /// <summary>Names of links that lead to reports in at least one of five visits, on any site.</summary>
    public Task<IReadOnlySet<string>> ProvenNames(CancellationToken cancellation) => database.Use<IReadOnlySet<string>>(
        async connection => (await connection.QueryAsync<string>("SELECT name FROM crawl_ways WHERE led > 0 AND led * 4 >= tried ORDER BY led DESC LIMIT 5000")).ToHashSet(StringComparer.Ordinal),
        cancellation);

    /// <summary>What is known of an address; null when nothing is.</summary>
    public async Task<KnownUrl?> Find(Uri url, CancellationToken cancellation) =>
        (await database.Use(connection => FindStatement.Read(connection, database.KeepsConnection, UrlRow.Read, UrlKey.Of(url)), cancellation)).FirstOrDefault();

    /// <summary>A document that a form gives, by its name; null where none is called so.</summary>
    public async Task<KnownUrl?> Named(Uri name, CancellationToken cancellation) => name.Fragment.Length < 2
        ? null
        : (await database.Use(connection => FormStatement.Read(connection, database.KeepsConnection, UrlRow.Read, HostName.Of(name)), cancellation)).Find(known => known.Name == name.AbsoluteUri);

    /// <summary>Whether another address of the host holds a document with this content.</summary>
    public async Task<bool> IsRepeat(KnownUrl known, string region, CancellationToken cancellation) =>
        (await database.Use(connection => RepeatStatement.Read(connection, database.KeepsConnection, row => row.GetInt64(0), known.Host, region, known.Key), cancellation)).Count > 0;

    /// <summary>Whether a request learned from the page brought rows since then.</summary>
    public Task<bool> HasRecipe(string source, Uri page, DateTimeOffset since, CancellationToken cancellation) => database.Use(
        async connection => await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM crawl_recipes WHERE source = @source AND page = @page AND worked_at >= @since", new { source, page = page.AbsoluteUri, since = StoredTime.Milliseconds(since) }) > 0,
        cancellation);

    /// <summary>Counts of fruitless visits by shape of address, for one host.</summary>
    public Task<Dictionary<string, int>> Shapes(string host, CancellationToken cancellation) => database.Use(
        async connection => (await connection.QueryAsync<(string Shape, int Count)>("SELECT shape, barren FROM crawl_shapes WHERE host = @host", new { host })).ToDictionary(row => row.Shape, row => row.Count, StringComparer.Ordinal),
        cancellation);

    private async Task Insert(long run, IReadOnlyList<KnownUrl> urls, DbConnection connection, DbTransaction transaction)
    {
        var foundAt = StoredTime.Milliseconds(clock.GetUtcNow());
        foreach (var url in urls)
            if (!_recent.HasSeen(url.Key, url.Score))
                await AddStatement.Run(connection, transaction, database.KeepsConnection, Added(run, url, foundAt));
        foreach (var host in urls.Select(url => url.Host).Distinct(StringComparer.Ordinal).Where(host => !_hosts.ContainsKey(host)))
        {
            await connection.ExecuteAsync("INSERT INTO crawl_hosts (host) VALUES (@host) ON CONFLICT (host) DO NOTHING", new { host }, transaction);
            _hosts[host] = true;
        }
    }

    private static object?[] Added(long run, KnownUrl url, long foundAt) =>
    [
        url.Key, url.Host, url.Source, url.Url.AbsoluteUri, url.Form, (int)url.Kind, url.Score, (int)url.Flags, url.Depth, url.UnproductiveHops, url.Referrer?.AbsoluteUri, url.LinkText,
        url.Redirects.Count == 0 ? null : string.Join('\n', url.Redirects.Select(redirect => redirect.AbsoluteUri)), run, foundAt, url.Rows, url.Headers, url.Counter,
    ];

    private static object?[] Settled(long run, Visit visit) =>
    [
        visit.Url.Key, run, (int)visit.Outcome, (int)visit.Role, visit.Reason, StoredTime.Milliseconds(visit.At), StoredTime.Milliseconds(visit.DueAt), visit.ETag, visit.Modified, visit.Snapshot,
        visit.Region, visit.Unchanged, (int)(visit.NeedsBrowser ? UrlFlags.NeedsBrowser : UrlFlags.None),
    ];
}
