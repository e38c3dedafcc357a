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

    /// <summary>All versions of a record, oldest first; empty when there is no such record.</summary>
    public async Task<IReadOnlyList<RecordVersion>> History(long recordId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<VersionColumns>(
            $"SELECT {VersionColumns.Columns} FROM {VersionColumns.Tables} WHERE v.record_id = @recordId ORDER BY v.number",
            new { recordId });
        return [.. rows.Select(row => row.ToVersion())];
    }
}
