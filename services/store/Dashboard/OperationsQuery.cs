using Dapper;
using Pipeline.Database;
using Pipeline.Store.Ledger;
using Pipeline.Store.Status;

namespace Pipeline.Store.Dashboard;

/// <summary>Figures for those who run the pipeline.</summary>
public sealed class OperationsQuery(PipelineDatabase database, TimeProvider clock)
{
    /// <param name="span">How far back moves are counted.</param>
    public async Task<StageFigures> Stages(TimeSpan span, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var since = StoredTime.Text(clock.GetUtcNow() - span);
        var waiting = await connection.QuerySingleAsync<(long Count, string? Oldest)>("SELECT COUNT(*), MIN(fetched_at) FROM fetches WHERE next_attempt_at IS NOT NULL");
        var moved = await connection.QuerySingleAsync<(long Settled, long? Failed)>(
            "SELECT COUNT(*), SUM(CASE WHEN result = 'failed' THEN 1 ELSE 0 END) FROM fetches WHERE settled_at >= @since", new { since });
        var fetched = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM fetches WHERE fetched_at >= @since", new { since });
        return new StageFigures(waiting.Count, StoredTime.InstantOrNull(waiting.Oldest), fetched, moved.Settled, moved.Failed ?? 0);
    }

    /// <summary>Start of the last crawl of all sources that has ended; null when none has.</summary>
    public async Task<DateTimeOffset?> LastNight(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return StoredTime.InstantOrNull(await connection.ExecuteScalarAsync<string?>($"SELECT MAX(started_at) FROM crawl_runs WHERE ended_at IS NOT NULL AND cause IN {RunStatus.Nights}"));
    }

    /// <summary>Every source that was ever crawled, by name; also one of which no address ever answered.</summary>
    public async Task<IReadOnlyList<SourceFigures>> Sources(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var documents = (await connection.QueryAsync<DocumentsRow>(
            """
            SELECT source AS Source, COUNT(*) AS Documents, SUM(CASE WHEN last_outcome IN ('fetched', 'unchanged') THEN 1 ELSE 0 END) AS Answering,
                   SUM(CASE WHEN last_outcome IN ('failed', 'robots_unreachable') THEN 1 ELSE 0 END) AS Failing,
                   SUM(CASE WHEN last_outcome = 'robots_unreachable' THEN 1 ELSE 0 END) AS RobotsUnreachable,
                   SUM(CASE WHEN last_outcome IN ('blocked', 'login', 'refused_by_robots', 'refused_by_policy') THEN 1 ELSE 0 END) AS Refused,
                   SUM(CASE WHEN gone_at IS NULL THEN 0 ELSE 1 END) AS Gone, MAX(last_checked_at) AS LastChecked, MAX(last_content_at) AS LastReport,
                   MAX(CASE WHEN last_answer_at IS NOT NULL THEN last_answer_at WHEN last_outcome IN ('fetched', 'unchanged') THEN last_checked_at ELSE last_content_at END) AS LastAnswer
            FROM documents GROUP BY source
            """)).ToDictionary(row => row.Source, StringComparer.Ordinal);
        var failing = (await connection.QueryAsync<(string Source, string Since)>("SELECT source, failing_since FROM documents WHERE last_outcome IN ('failed', 'robots_unreachable') AND failing_since IS NOT NULL"))
            .ToLookup(row => row.Source, row => row.Since, StringComparer.Ordinal);
        var crawls = (await connection.QueryAsync<CrawlRow>(
            $"SELECT {SourceRunRow.Columns}, r.started_at AS StartedAt FROM source_runs s JOIN crawl_runs r ON r.id = s.run_id WHERE s.is_latest = 1")).ToDictionary(row => row.Source, StringComparer.Ordinal);
        var standing = await AlarmRow.All(connection);
        var paused = (await connection.QueryAsync<string>("SELECT source FROM paused_sources")).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. documents.Keys.Union(crawls.Keys).Order(StringComparer.Ordinal)
                .Select(name => FiguresOf(name, documents.GetValueOrDefault(name), crawls.GetValueOrDefault(name), failing[name]) with { Standing = standing.GetValueOrDefault(name), IsPaused = paused.Contains(name) }),
        ];
    }

    private static SourceFigures FiguresOf(string name, DocumentsRow? documents, CrawlRow? crawl, IEnumerable<string> failing)
    {
        var asked = crawl is { Requests: > 0 } or { Failed: > 0 } ? crawl.StartedAt : null;
        var after = documents?.LastAnswer;
        return new SourceFigures
        {
            Source = name,
            Documents = documents?.Documents ?? 0,
            Answering = documents?.Answering ?? 0,
            Failing = documents?.Failing ?? 0,
            RobotsUnreachable = documents?.RobotsUnreachable ?? 0,
            Refused = documents?.Refused ?? 0,
            Gone = documents?.Gone ?? 0,
            LastChecked = StoredTime.Instant(new[] { documents?.LastChecked, asked }.Max(StringComparer.Ordinal) ?? crawl!.StartedAt),
            LastReport = StoredTime.InstantOrNull(documents?.LastReport),
            LastAnswer = StoredTime.InstantOrNull(after),
            FailingSince = StoredTime.InstantOrNull(failing.Where(since => string.CompareOrdinal(since, after) > 0).Min(StringComparer.Ordinal)),
            LastCrawl = crawl?.ToResult(),
            LastCrawlAt = StoredTime.InstantOrNull(crawl?.StartedAt),
        };
    }

    private sealed class DocumentsRow
    {
        public required string Source { get; init; }

        public long Documents { get; init; }

        public long Answering { get; init; }

        public long Failing { get; init; }

        public long RobotsUnreachable { get; init; }

        public long Refused { get; init; }

        public long Gone { get; init; }

        public required string LastChecked { get; init; }

        public string? LastReport { get; init; }

        public string? LastAnswer { get; init; }
    }

    private sealed class CrawlRow : SourceRunRow
    {
        public required string StartedAt { get; init; }
    }
}
