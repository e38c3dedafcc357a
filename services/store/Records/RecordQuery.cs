using System.Data.Common;
using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Records;

/// <summary>Reads records, whole or as lines of a list.</summary>
public sealed class RecordQuery(PipelineDatabase database)
{
    /// <summary>Whole records with cells and provenance, by authority and year; meant for a few, use the export for many.</summary>
    /// <param name="limit">At most so many.</param>
    public async Task<IReadOnlyList<StoredRecord>> Find(RecordFilter filter, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = FilterSql.Of(filter);
        values.Add("limit", limit);
        var rows = (await connection.QueryAsync<CurrentRow>(
            $"SELECT {VersionColumns.Columns}, {CurrentRow.RecordColumns} FROM {CurrentRow.RecordTables} WHERE {where} ORDER BY r.authority_key, r.year, r.id LIMIT @limit",
            values)).ToList();
        var sources = await RecordSources.Of(connection, [.. rows.Select(row => row.RecordId)]);
        return [.. rows.Select(row => row.ToRecord(sources[row.RecordId]))];
    }

    /// <summary>Lines of a list, by authority and year.</summary>
    public async Task<IReadOnlyList<RecordSummary>> Summaries(RecordFilter filter, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = FilterSql.Of(filter);
        values.Add("limit", limit);
        var rows = await connection.QueryAsync<SummaryRow>(
            $"SELECT {SummaryRow.Columns} FROM {CurrentRow.RecordTables} WHERE {where} ORDER BY r.authority_key, r.year, r.id LIMIT @limit",
            values);
        return [.. rows.Select(row => row.ToSummary())];
    }

    /// <summary>One page of a list, in the order of site, body and year.</summary>
    /// <param name="after">What the page before gave as <see cref="RecordPage.Next"/>; null for the first page.</param>
    public async Task<RecordPage> Page(RecordFilter filter, string? after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = FilterSql.Of(filter);
        values.Add("after", after ?? "");
        values.Add("limit", limit + 1);
        var rows = (await connection.QueryAsync<PageRow>(
            // The page's ids first, from the index alone: sorting whole rows would take a hundred times as long.
            $"""
            SELECT {SummaryRow.Columns}, r.record_key AS RecordKey FROM {CurrentRow.RecordTables}
            WHERE r.id IN (SELECT r.id FROM records r WHERE r.record_key > @after AND {where} ORDER BY r.record_key LIMIT @limit) ORDER BY r.record_key
            """,
            values)).ToList();
        return new RecordPage([.. rows.Take(limit).Select(row => row.ToSummary())], rows.Count > limit ? rows[limit - 1].RecordKey : null);
    }

    /// <summary>How many records there are.</summary>
    public async Task<long> Count(RecordFilter filter, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = FilterSql.Of(filter);
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM records r WHERE {where}", values);
    }

    /// <summary>The number that a record has in this database; null when there is no such record.</summary>
    public async Task<long?> Number(string key, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long?>("SELECT id FROM records WHERE record_key = @key", new { key });
    }

    /// <summary>What names a record in every database; null when there is no record of this number.</summary>
    public async Task<string?> Key(long recordId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<string?>("SELECT record_key FROM records WHERE id = @recordId", new { recordId });
    }

    /// <summary>All versions of a record, oldest first; empty when there is no such record.</summary>
    public async Task<IReadOnlyList<RecordVersion>> History(long recordId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<VersionColumns>(
            $"SELECT {VersionColumns.Columns} FROM {VersionColumns.Tables} WHERE v.record_id = @recordId ORDER BY v.number",
            new { recordId });
        return [.. rows.Select(row => row.ToVersion())];
    }

    /// <summary>Whole records of the body that a record is about, by year, the record itself included.</summary>
    public async Task<IReadOnlyList<StoredRecord>> SameBody(long recordId, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<CurrentRow>(
            $"""
            SELECT {VersionColumns.Columns}, {CurrentRow.RecordColumns} FROM {CurrentRow.RecordTables}
            WHERE r.authority_key = (SELECT authority_key FROM records WHERE id = @recordId) AND r.copy_of IS NULL AND r.state <> 'withdrawn' ORDER BY r.year, r.id LIMIT @limit
            """,
            new { recordId, limit });
        return [.. rows.Select(row => row.ToRecord([]))];
    }

    /// <summary>Versions by their ids, by record.</summary>
    public Task<IReadOnlyList<RecordVersion>> Versions(IReadOnlyCollection<long> versionIds, CancellationToken cancellation) =>
        Versions(static connection => $"v.id {IdList.Among(connection)}", new { ids = IdList.Text(versionIds) }, cancellation);

    /// <summary>What one document says today of each record that it shows, by record.</summary>
    public Task<IReadOnlyList<RecordVersion>> VersionsOf(string url, CancellationToken cancellation) => Versions(
        static _ => "v.id IN (SELECT s.version_id FROM record_sources s JOIN documents w ON w.id = s.document_id WHERE w.url = @url AND s.state <> 'withdrawn')", new { url }, cancellation);

    private async Task<IReadOnlyList<RecordVersion>> Versions(Func<DbConnection, string> condition, object values, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<VersionColumns>($"SELECT {VersionColumns.Columns} FROM {VersionColumns.Tables} WHERE {condition(connection)} ORDER BY v.record_id", values);
        return [.. rows.Select(row => row.ToVersion())];
    }

    private sealed class PageRow : SummaryRow
    {
        public required string RecordKey { get; init; }
    }
}
