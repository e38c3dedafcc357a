using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Failures;

/// <summary>Lists what failed and still stands: the last fetch of a document counts.</summary>
public sealed class FailureQuery(PipelineDatabase database)
{
    private const string NotGivenUp = "NOT EXISTS (SELECT 1 FROM given_up u WHERE u.fetch_id = f.id)";

    // What could not be read stands until other content comes: that the address fails tonight, or is the same as before, solves nothing.
    private const string NothingNewer =
        "NOT EXISTS (SELECT 1 FROM fetches g WHERE g.document_id = f.document_id AND g.outcome = 'fetched' AND (g.fetched_at > f.fetched_at OR (g.fetched_at = f.fetched_at AND g.id > f.id)))";

    // What could not be fetched stands until the address answers, with whatever. Checks without change are folded away when their run ends: the document tells.
    private const string StillUnanswered =
        """
        d.last_outcome IN ('failed', 'robots_unreachable')
        AND NOT EXISTS (SELECT 1 FROM fetches g WHERE g.document_id = f.document_id AND g.outcome <> 'unchanged' AND (g.fetched_at > f.fetched_at OR (g.fetched_at = f.fetched_at AND g.id > f.id)))
        """;

    // Three lists, each in the order of an index of its own, so that a page of them needs no more than its own rows.
    // What a site declines, what is not there and what a rule of ours forbids are facts, and no failures: nobody can do anything about them here.
    private static readonly Stage[] Stages =
    [
        new("extraction", "COALESCE(f.result_reason, 'failed')", "f.result_detail", "f.settled_at", "f.result = 'failed'", NothingNewer),
        new(
            "fetch",
            "f.outcome",
            "f.reason",
            "f.fetched_at",
            "f.outcome IN ('failed', 'robots_unreachable')",
            StillUnanswered),
        new("reextraction", "f.reread_reason", "f.reread_detail", "f.reread_failed_at", "f.reread_failed_at IS NOT NULL AND f.result <> 'failed'", NothingNewer),
    ];

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<Failure>> List(FailureFilter filter, int limit, CancellationToken cancellation) => Page(filter, null, limit, cancellation);

    /// <summary>One page of the list, newest first.</summary>
    /// <param name="after">Instant and address of the last failure of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<Failure>> Page(FailureFilter filter, (DateTimeOffset At, string Url)? after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var conditions = Conditions(filter);
        if (after is not null)
            conditions.Add(static stage => $"{stage.At} <= @lastAt AND ({stage.At} < @lastAt OR d.url > @lastUrl)");
        // Each list is cut by itself, by a number in the text: only so PostgreSQL sees that it need not make the whole of it.
        const string Cut = " ORDER BY At DESC, Url LIMIT {=limit}";
        var rows = await connection.QueryAsync<FailureRow>(
            Standing(static stage => stage.Columns, conditions, Cut) + Cut,
            Values(filter, new { limit, lastAt = after is { } last ? StoredTime.Text(last.At) : null, lastUrl = after?.Url }));
        return [.. rows.Select(row => row.ToFailure())];
    }

    /// <summary>How many there are by reason.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountByReason(FailureFilter filter, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var standing = Standing(static stage => $"{stage.Reason} AS Reason", Conditions(filter), "");
        var rows = await connection.QueryAsync<(string Reason, long Count)>($"SELECT Reason, COUNT(*) FROM ({standing}) AS failures GROUP BY Reason ORDER BY Reason", Values(filter));
        return rows.ToDictionary(row => row.Reason, row => row.Count, StringComparer.Ordinal);
    }

    private static string Standing(Func<Stage, string> columns, List<Func<Stage, string>> conditions, string cut) => string.Join(" UNION ALL ", Stages.Select(stage =>
    {
        var where = string.Join(" AND ", conditions.Select(condition => condition(stage)).Prepend(NotGivenUp).Prepend(stage.StillStands).Prepend(stage.Where));
        return $"SELECT * FROM (SELECT {columns(stage)} FROM fetches f JOIN documents d ON d.id = f.document_id WHERE {where}{cut}) AS {stage.Name}_list";
    }));

    private static List<Func<Stage, string>> Conditions(FailureFilter filter)
    {
        var conditions = new List<Func<Stage, string>>();
        if (filter.Source is not null)
            conditions.Add(static _ => "d.source = @source");
        if (filter.Reason is not null)
            conditions.Add(static stage => $"SUBSTR({stage.Reason}, 1, LENGTH(@reason)) = @reason");
        if (filter.Since is not null)
            conditions.Add(static stage => $"{stage.At} >= @since");
        if (filter.Until is not null)
            conditions.Add(static stage => $"{stage.At} <= @until");
        if (filter.Run is not null)
            conditions.Add(static _ => "f.run_id = (SELECT id FROM crawl_runs WHERE run_key = @run)");
        return conditions;
    }

    private static DynamicParameters Values(FailureFilter filter, object? others = null)
    {
        var values = new DynamicParameters(others);
        values.AddDynamicParams(new
        {
            source = filter.Source,
            reason = filter.Reason,
            since = filter.Since is { } since ? StoredTime.Text(since) : null,
            until = filter.Until is { } until ? StoredTime.Text(until) : null,
            run = filter.Run?.ToString("D"),
        });
        return values;
    }

    private sealed record Stage(string Name, string Reason, string Detail, string At, string Where, string StillStands)
    {
        public string Columns => $"d.url AS Url, d.source AS Source, f.fetch_key AS FetchKey, '{Name}' AS Stage, {Reason} AS Reason, {Detail} AS Detail, {At} AS At";
    }

    private sealed class FailureRow
    {
        public required string Url { get; init; }

        public required string Source { get; init; }

        public required string Stage { get; init; }

        public required string Reason { get; init; }

        public string? Detail { get; init; }

        public required string At { get; init; }

        public required string FetchKey { get; init; }

        public Failure ToFailure() => new() { Url = Url, Source = Source, Stage = Stage, Reason = Reason, Detail = Detail, At = StoredTime.Instant(At), FetchId = Guid.Parse(FetchKey) };
    }
}
