using System.Data.Common;
using Dapper;
using Pipeline.Contracts.Reports;
using Pipeline.Database;

namespace Pipeline.Store.Records;

/// <summary>
/// Keeps what follows from the stored readings: each record's current version and state. With <see cref="SourceStates"/> and
/// <see cref="CrossRecordRefresh"/> it is computed from what is stored, never from the message at hand, so that order and repetition of messages do not matter.
/// </summary>
internal static class RecordStates
{
    public static async Task RefreshAfterExtraction(DbTransaction transaction, long document, string now)
    {
        await Refresh(transaction, await SourceStates.Refresh(transaction, document), now);
    }

    public static async Task RefreshOfDocument(DbTransaction transaction, long document, string now)
    {
        var records = await transaction.Connection!.QueryAsync<long>("SELECT record_id FROM record_sources WHERE document_id = @document ORDER BY record_id", new { document }, transaction);
        await Refresh(transaction, [.. records], now);
    }

    private static async Task Refresh(DbTransaction transaction, IReadOnlyList<long> records, string now)
    {
        var groups = new HashSet<RecordGroup>();
        foreach (var record in records)
        {
            if (await RefreshCurrent(transaction, record, now) is { } group)
                groups.Add(group);
        }

        await CrossRecordRefresh.Refresh(transaction, groups);
    }

    /// <returns>The records that it is compared with; null where nothing says which those are.</returns>
    private static async Task<RecordGroup?> RefreshCurrent(DbTransaction transaction, long record, string now)
    {
        var connection = transaction.Connection!;
        var rows = (await connection.QueryAsync<ReadingRow>(
            """
            SELECT r.site AS Site, r.authority_key AS AuthorityKey, r.year AS Year, v.id AS VersionId, d.url AS Url, d.referrer AS Referrer, CASE WHEN s.state = 'live' AND d.gone_at IS NOT NULL THEN 'gone' ELSE s.state END AS State,
                   v.trust AS Trust, v.published AS Published, v.status AS Status, v.confidence AS Confidence, v.values_hash AS ValuesHash,
                   (SELECT MIN(e.crawl_at) FROM record_versions w JOIN extractions e ON e.id = w.extraction_id
                    WHERE w.record_id = v.record_id AND w.document_id = v.document_id AND w.values_hash = v.values_hash) AS Since
            FROM record_sources s JOIN records r ON r.id = s.record_id JOIN record_versions v ON v.id = s.version_id JOIN documents d ON d.id = s.document_id
            WHERE s.record_id = @record
            """,
            new { record },
            transaction)).ToList();
        var readings = rows.ConvertAll(row => row.ToReading());
        var current = CurrentReading.Choose(readings);
        await connection.ExecuteAsync(
            """
            UPDATE records SET current_version_id = v.id, authority = v.authority, form = v.form, level = v.level, region_code = v.region_code,
                   status = CASE WHEN EXISTS (
                           SELECT 1 FROM record_reviews z JOIN record_versions w ON w.id = z.version_id JOIN extractions x ON x.id = w.extraction_id JOIN extractions e ON e.id = v.extraction_id
                           WHERE z.record_id = @record AND x.snapshot_id = e.snapshot_id) THEN 'reviewed' ELSE v.status END, confidence = v.confidence, trust = v.trust, state = @state, updated_at = @now
            FROM record_versions v
            WHERE records.id = @record AND v.id = @version AND (records.current_version_id IS NULL OR records.current_version_id <> v.id OR records.state <> @state)
            """,
            new { record, version = current.VersionId, state = StateOf(readings), now },
            transaction);
        return rows[0] is { AuthorityKey: { } authority, Year: { } year } row ? new RecordGroup(row.Site, authority, year) : null;
    }

    private static string StateOf(List<SourceReading> readings) =>
        readings.TrueForAll(reading => reading.State == SourceState.Withdrawn) ? "withdrawn"
        : readings.TrueForAll(reading => reading.State != SourceState.Live) ? "source_gone"
        : "current";

    private sealed class ReadingRow
    {
        public required string Site { get; init; }

        public string? AuthorityKey { get; init; }

        public int? Year { get; init; }

        public long VersionId { get; init; }

        public required string Url { get; init; }

        public string? Referrer { get; init; }

        public required string State { get; init; }

        public required string Trust { get; init; }

        public string? Published { get; init; }

        public required string Since { get; init; }

        public required string Status { get; init; }

        public double Confidence { get; init; }

        public required byte[] ValuesHash { get; init; }

        public SourceReading ToReading() => new(
            VersionId, Url, Referrer, StoredName.Read<SourceState>(State), StoredName.Read<SourceTrust>(Trust), StoredDate.Read(Published), Since,
            StoredName.Read<ReviewStatus>(Status), Confidence, Convert.ToHexStringLower(ValuesHash));
    }
}
