using System.Text.Json;
using Dapper;
using Pipeline.Database;
using Pipeline.Store.Records;

namespace Pipeline.Store.Reviews;

/// <summary>
/// Records below the threshold of acceptance. A record that a person has finished with is reviewed, and stays away until other bytes give it.
/// </summary>
public sealed class ReviewQueue(PipelineDatabase database, TimeProvider clock)
{
    /// <summary>The condition of a record that waits, over <c>records r</c>.</summary>
    internal const string Waiting = "r.status = 'review' AND r.copy_of IS NULL AND r.state <> 'withdrawn' AND r.current_version_id IS NOT NULL";

    /// <param name="after">Place and id of the last record of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<QueuedRecord>> Page(QueueFilter filter, (double Place, long RecordId)? after, int limit, CancellationToken cancellation)
    {
        var (where, values) = QueueSql.Of(filter, clock.GetUtcNow());
        var place = QueueSql.Place(filter.Order);
        values.Add("place", after?.Place ?? double.MinValue);
        values.Add("id", after?.RecordId ?? 0);
        values.Add("limit", limit);
        await using var connection = await database.Open(cancellation);
        var rows = (await connection.QueryAsync<Row>(
            // The page's ids first: joining all that wait to their documents before the page is cut out would take many times as long.
            $"""
            SELECT r.id AS RecordId, v.authority AS Authority, v.year AS Year, v.region_code AS RegionCode, v.form AS Form, r.confidence AS Confidence, v.violations AS Violations,
                   (SELECT COUNT(DISTINCT q.cell_id) FROM cell_reviews q WHERE q.record_id = r.id) AS Decided, d.url AS SourceUrl, w.doubts AS Doubts, w.largest AS Largest, {place} AS Place
            FROM {CurrentRow.RecordTables} LEFT JOIN doubted_versions w ON w.version_id = r.current_version_id
            WHERE r.id IN (
                SELECT r.id FROM {QueueSql.Tables} WHERE {Waiting}{where} AND ({place} > @place OR ({place} = @place AND r.id > @id)) ORDER BY {place}, r.id LIMIT @limit)
            ORDER BY {place}, r.id
            """,
            values)).ToList();
        var claims = await ReviewClaims.Of(connection, [.. rows.Select(row => row.RecordId)], clock.GetUtcNow());
        return [.. rows.Select(row => row.ToRecord(claims[row.RecordId]))];
    }

    /// <summary>How many records of a filter wait.</summary>
    public async Task<long> Count(QueueFilter filter, CancellationToken cancellation)
    {
        var (where, values) = QueueSql.Of(filter, clock.GetUtcNow());
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>(
            $"SELECT COUNT(*) FROM {QueueSql.Tables} WHERE {Waiting}{where}", values);
    }

    public async Task<long> Count(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM records r WHERE {Waiting}");
    }

    /// <summary>Takes a record out of the queue: from now on it is reviewed. False when there is no such record.</summary>
    public async Task<bool> Finish(long recordId, string reviewer, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var isKnown = await connection.ExecuteAsync(
            "INSERT INTO record_reviews (record_id, version_id, reviewer, reviewed_at) SELECT id, current_version_id, @reviewer, @now FROM records WHERE id = @recordId AND current_version_id IS NOT NULL",
            new { recordId, reviewer = StoredText.Clean(reviewer), now = StoredTime.Text(clock.GetUtcNow()) }, transaction) > 0;
        await connection.ExecuteAsync("UPDATE records SET status = 'reviewed' WHERE id = @recordId AND current_version_id IS NOT NULL", new { recordId }, transaction);
        await transaction.CommitAsync(cancellation);
        return isKnown;
    }

    /// <summary>Puts a record back that a person has finished with; its cells keep their decisions. False when nobody has.</summary>
    public async Task<bool> PutBack(long recordId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var wasFinished = await connection.ExecuteAsync("DELETE FROM record_reviews WHERE record_id = @recordId", new { recordId }, transaction) > 0;
        await connection.ExecuteAsync(
            "UPDATE records SET status = (SELECT v.status FROM record_versions v WHERE v.id = records.current_version_id) WHERE id = @recordId AND current_version_id IS NOT NULL",
            new { recordId }, transaction);
        await transaction.CommitAsync(cancellation);
        return wasFinished;
    }

    private sealed class Row
    {
        public long RecordId { get; init; }

        public string? Authority { get; init; }

        public int? Year { get; init; }

        public string? RegionCode { get; init; }

        public required string Form { get; init; }

        public double Confidence { get; init; }

        public required string Violations { get; init; }

        public long Decided { get; init; }

        public required string SourceUrl { get; init; }

        public int? Doubts { get; init; }

        public double? Largest { get; init; }

        public double Place { get; init; }

        public QueuedRecord ToRecord(RecordClaims claims) =>
            new(RecordId, Authority, Year, RegionCode, Form, Confidence, JsonSerializer.Deserialize<string[]>(Violations)!.Length, Decided, SourceUrl, Doubts, Largest, Place, claims);
    }
}
