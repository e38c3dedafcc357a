using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Failures;

/// <summary>Lists what failed and still stands: the last fetch of a document counts.</summary>
public sealed class FailureQuery(PipelineDatabase database)
{
    // A later fetch with another outcome overtakes a failure; so does a later check without change, whose fetch is folded away when its run ends.
    private const string StillStands =
        """
        NOT EXISTS (SELECT 1 FROM fetches g WHERE g.document_id = f.document_id AND g.outcome <> 'unchanged' AND (g.fetched_at > f.fetched_at OR (g.fetched_at = f.fetched_at AND g.id > f.id)))
        AND NOT EXISTS (SELECT 1 FROM given_up u WHERE u.fetch_id = f.id)
        """;

    // Two lists, each from an index of its own. What robots.txt forbids is a fact about the site, and no failure.
    private const string Latest =
        $"""
        SELECT d.url AS Url, d.source AS Source, f.fetch_key AS FetchKey, c.run_key AS RunKey, 'extraction' AS Stage, COALESCE(f.result_reason, 'failed') AS Reason, f.result_detail AS Detail,
               COALESCE(f.settled_at, f.fetched_at) AS At
        FROM fetches f JOIN documents d ON d.id = f.document_id JOIN crawl_runs c ON c.id = f.run_id
        WHERE f.result = 'failed' AND {StillStands}
        UNION ALL
        SELECT d.url, d.source, f.fetch_key, c.run_key, 'fetch', f.outcome, f.reason, COALESCE(f.settled_at, f.fetched_at)
        FROM fetches f JOIN documents d ON d.id = f.document_id JOIN crawl_runs c ON c.id = f.run_id
        WHERE f.outcome IN ('failed', 'blocked', 'login', 'soft_not_found', 'refused_by_policy') AND (f.result IS NULL OR f.result <> 'failed')
          AND d.last_outcome <> 'unchanged' AND {StillStands}
        """;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Failure>> List(FailureFilter filter, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = Conditions(filter);
        values.Add("limit", limit);
        var rows = await connection.QueryAsync<FailureRow>($"SELECT * FROM ({Latest}) AS failures{where} ORDER BY At DESC, Url LIMIT @limit", values);
        return [.. rows.Select(row => row.ToFailure())];
    }

    /// <summary>One page of the list, newest first.</summary>
    /// <param name="after">Instant and address of the last failure of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<Failure>> Page(FailureFilter filter, (DateTimeOffset At, string Url)? after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = Conditions(filter);
        if (after is { } last)
        {
            where += $"{(where.Length == 0 ? " WHERE" : " AND")} (At < @lastAt OR (At = @lastAt AND Url > @lastUrl))";
            values.Add("lastAt", StoredTime.Text(last.At));
            values.Add("lastUrl", last.Url);
        }

        values.Add("limit", limit);
        var rows = await connection.QueryAsync<FailureRow>($"SELECT * FROM ({Latest}) AS failures{where} ORDER BY At DESC, Url LIMIT @limit", values);
        return [.. rows.Select(row => row.ToFailure())];
    }

    /// <summary>How many there are by reason.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountByReason(FailureFilter filter, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = Conditions(filter);
        var rows = await connection.QueryAsync<(string Reason, long Count)>($"SELECT Reason, COUNT(*) FROM ({Latest}) AS failures{where} GROUP BY Reason ORDER BY Reason", values);
        return rows.ToDictionary(row => row.Reason, row => row.Count, StringComparer.Ordinal);
    }

    private static (string Where, DynamicParameters Values) Conditions(FailureFilter filter)
    {
        var conditions = new List<string>();
        var values = new DynamicParameters();
        Add("Source = @source", "source", filter.Source);
        Add("SUBSTR(Reason, 1, LENGTH(@reason)) = @reason", "reason", filter.Reason);
        Add("At >= @since", "since", filter.Since is { } since ? StoredTime.Text(since) : null);
        Add("At <= @until", "until", filter.Until is { } until ? StoredTime.Text(until) : null);
        Add("RunKey = @run", "run", filter.Run?.ToString("D"));
        return (conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions), values);

        void Add(string condition, string name, string? value)
        {
            if (value is null)
                return;
            conditions.Add(condition);
            values.Add(name, value);
        }
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
