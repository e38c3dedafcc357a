using Dapper;
using Pipeline.Database;
using Pipeline.Store.Ledger;

namespace Pipeline.Store.Status;

/// <summary>Reads what one crawl came to.</summary>
public sealed class RunDetailQuery(PipelineDatabase database, StatusQuery status)
{
    /// <summary>Null when there is no such run.</summary>
    /// <param name="most">Of the documents that it brought, at most so many.</param>
    public async Task<RunDetail?> Read(Guid run, int most, CancellationToken cancellation)
    {
        if (await status.Run(run, cancellation) is not { } found)
            return null;
        await using var connection = await database.Open(cancellation);
        var values = new { run = run.ToString("D"), most };
        const string Id = "(SELECT id FROM crawl_runs WHERE run_key = @run)";
        var visits = (await connection.QueryAsync<(string Source, string Outcome, long Count)>($"SELECT d.source, f.outcome, COUNT(*) FROM fetches f JOIN documents d ON d.id = f.document_id WHERE f.run_id = {Id} GROUP BY d.source, f.outcome", values))
            .ToLookup(row => row.Source, StringComparer.Ordinal);
        var results = (await connection.QueryAsync<SourceRunRow>($"SELECT {SourceRunRow.Columns} FROM source_runs s WHERE s.run_id = {Id}", values)).ToDictionary(row => row.Source, row => row.ToResult(), StringComparer.Ordinal);
        var before = (await connection.QueryAsync<SourceRunRow>(
            $"SELECT {SourceRunRow.Columns} FROM source_runs s WHERE s.run_id = (SELECT MAX(p.run_id) FROM source_runs p WHERE p.source = s.source AND p.run_id < {Id}) AND s.source IN (SELECT c.source FROM source_runs c WHERE c.run_id = {Id})", values))
            .ToDictionary(row => row.Source, row => row.ToResult(), StringComparer.Ordinal);
        var brought = await connection.QueryAsync<BroughtRow>(
            $"""
            SELECT d.url AS Url, d.source AS Source, f.fetched_at AS At, CASE WHEN d.first_seen_at >= r.started_at THEN 1 ELSE 0 END AS IsNew, f.result AS Result, f.result_reason AS Reason,
                   (SELECT MIN(s.record_id) FROM record_sources s WHERE s.document_id = d.id AND s.state = 'live') AS RecordId
            FROM fetches f JOIN documents d ON d.id = f.document_id JOIN crawl_runs r ON r.id = f.run_id
            WHERE f.run_id = {Id} AND f.outcome = 'fetched' ORDER BY f.fetched_at DESC, f.id DESC LIMIT @most
            """,
            values);
        return new RunDetail(
            found,
            [
                .. visits.Select(group => group.Key).Union(results.Keys)
                    .Select(name => new RunSource(name, visits[name].ToDictionary(row => row.Outcome, row => row.Count, StringComparer.Ordinal), results.GetValueOrDefault(name), before.GetValueOrDefault(name)))
                    .OrderByDescending(source => source.Result is { Alarms.Count: > 0 } or { Failed: > 0 } || source.Visits.ContainsKey("failed")).ThenBy(source => source.Source, StringComparer.Ordinal),
            ],
            [.. brought.Select(row => new BroughtDocument(row.Url, row.Source, StoredTime.Instant(row.At), row.IsNew == 1, row.Result, row.Reason, row.RecordId))]);
    }

    /// <summary>The number under which other tables know a run; null when there is no such run.</summary>
    public async Task<long?> Number(Guid run, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long?>("SELECT id FROM crawl_runs WHERE run_key = @run", new { run = run.ToString("D") });
    }

    private sealed class BroughtRow
    {
        public required string Url { get; init; }

        public required string Source { get; init; }

        public required string At { get; init; }

        public int IsNew { get; init; }

        public string? Result { get; init; }

        public string? Reason { get; init; }

        public long? RecordId { get; init; }
    }
}
