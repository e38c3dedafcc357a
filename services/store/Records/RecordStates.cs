using System.Data.Common;
using System.Text.Json;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>
/// Keeps what follows from the stored readings: how documents stand to records, each record's current version and state, copies, findings across years.
/// All of it is computed from what is stored, never from the message at hand, so that order and repetition of messages do not matter.
/// </summary>
internal static class RecordStates
{
    public static async Task RefreshAfterExtraction(DbTransaction transaction, long document, string now)
    {
        await RefreshSources(transaction, document);
        await RefreshOfDocument(transaction, document, now);
    }

    public static async Task RefreshOfDocument(DbTransaction transaction, long document, string now)
    {
        var records = (await transaction.Connection!.QueryAsync<long>("SELECT record_id FROM record_sources WHERE document_id = @document ORDER BY record_id", new { document }, transaction)).ToList();
        foreach (var record in records)
            await RefreshCurrent(transaction, record, now);
        var groups = await transaction.Connection!.QueryAsync<IdentityRow>(
            $"SELECT DISTINCT site AS Site, authority_key AS AuthorityKey, year AS Year FROM records WHERE id IN {IdList.Of(records)} AND authority_key IS NOT NULL AND year IS NOT NULL",
            transaction: transaction);
        foreach (var group in groups.ToList())
        {
            await RefreshCopies(transaction, group);
            await RefreshFindings(transaction, group);
            await RefreshFindings(transaction, group with { Year = group.Year + 1 });
        }
    }

    private static async Task RefreshSources(DbTransaction transaction, long document)
    {
        var connection = transaction.Connection!;
        var latest = await connection.QueryFirstAsync<LatestExtraction>(
            "SELECT id AS Id, snapshot_id AS SnapshotId, version_ids AS VersionIds FROM extractions WHERE document_id = @document AND outcome <> 'failed' ORDER BY fetched_at DESC, id DESC LIMIT 1",
            new { document },
            transaction);
        var versions = JsonSerializer.Deserialize<long[]>(latest.VersionIds)!;
        var held = (await connection.QueryAsync<HeldVersion>(
            $"SELECT id AS Id, record_id AS RecordId, year AS Year FROM record_versions WHERE id IN {IdList.Of(versions)} ORDER BY CASE status WHEN 'accepted' THEN 0 ELSE 1 END, confidence DESC, id",
            transaction: transaction)).ToList();
        foreach (var version in held.DistinctBy(version => version.RecordId))
            await connection.ExecuteAsync(
                """
                INSERT INTO record_sources (record_id, document_id, version_id, state) VALUES (@RecordId, @document, @Id, 'live')
                ON CONFLICT (record_id, document_id) DO UPDATE SET version_id = excluded.version_id, state = 'live'
                """,
                new { version.RecordId, document, version.Id },
                transaction);

        var sameContent = (await connection.QueryAsync<string>(
            "SELECT version_ids FROM extractions WHERE document_id = @document AND snapshot_id = @SnapshotId AND outcome <> 'failed'",
            new { document, latest.SnapshotId },
            transaction)).SelectMany(ids => JsonSerializer.Deserialize<long[]>(ids)!).ToHashSet();
        var lost = await connection.QueryAsync<LostSource>(
            "SELECT s.record_id AS RecordId, s.version_id AS VersionId, r.year AS Year FROM record_sources s JOIN records r ON r.id = s.record_id WHERE s.document_id = @document",
            new { document },
            transaction);
        foreach (var source in lost.Where(source => held.TrueForAll(version => version.RecordId != source.RecordId)).ToList())
        {
            // The same bytes no longer give it, or the page now gives the same year to another body: the earlier reading was wrong, not the page.
            var withdrawn = sameContent.Contains(source.VersionId) || held.Exists(version => version.Year is not null && version.Year == source.Year);
            await connection.ExecuteAsync(
                "UPDATE record_sources SET state = @state WHERE record_id = @RecordId AND document_id = @document",
                new { state = withdrawn ? "withdrawn" : "replaced", source.RecordId, document },
                transaction);
        }
    }

    private static async Task RefreshCurrent(DbTransaction transaction, long record, string now)
    {
        var connection = transaction.Connection!;
        var rows = await connection.QueryAsync<ReadingRow>(
            """
            SELECT v.id AS VersionId, d.url AS Url, d.referrer AS Referrer, CASE WHEN s.state = 'live' AND d.gone_at IS NOT NULL THEN 'gone' ELSE s.state END AS State,
                   v.trust AS Trust, v.published AS Published, v.status AS Status, v.confidence AS Confidence, v.values_hash AS ValuesHash,
                   (SELECT MIN(e.crawl_at) FROM record_versions w JOIN extractions e ON e.id = w.extraction_id
                    WHERE w.record_id = v.record_id AND w.document_id = v.document_id AND w.values_hash = v.values_hash) AS Since
            FROM record_sources s JOIN record_versions v ON v.id = s.version_id JOIN documents d ON d.id = s.document_id
            WHERE s.record_id = @record
            """,
            new { record },
            transaction);
        var readings = rows.Select(row => row.ToReading()).ToList();
        var current = CurrentReading.Choose(readings);
        await connection.ExecuteAsync(
            """
            UPDATE records SET current_version_id = v.id, authority = v.authority, form = v.form, level = v.level, region_code = v.region_code,
                   status = v.status, confidence = v.confidence, trust = v.trust, state = @state, updated_at = @now
            FROM record_versions v
            WHERE records.id = @record AND v.id = @version AND (records.current_version_id IS NULL OR records.current_version_id <> v.id OR records.state <> @state)
            """,
            new { record, version = current.VersionId, state = StateOf(readings), now },
            transaction);
    }

    private static string StateOf(List<SourceReading> readings) =>
        readings.TrueForAll(reading => reading.State == SourceState.Withdrawn) ? "withdrawn"
        : readings.TrueForAll(reading => reading.State != SourceState.Live) ? "source_gone"
        : "current";

    private static async Task RefreshCopies(DbTransaction transaction, IdentityRow group)
    {
        var connection = transaction.Connection!;
        var rows = (await connection.QueryAsync<CopyRow>(
            """
            SELECT r.id AS RecordId, r.state AS State, r.trust AS Trust, r.copy_of AS CopyOf, d.url AS Url, v.id = r.current_version_id AS IsCurrent, v.values_hash AS ValuesHash, v.text_hash AS TextHash
            FROM records r JOIN record_versions v ON v.record_id = r.id JOIN documents d ON d.id = v.document_id
            WHERE r.authority_key = @AuthorityKey AND r.year = @Year
            """,
            group,
            transaction)).GroupBy(row => row.RecordId).ToList();
        var candidates = rows.Where(record => record.First().State != "withdrawn").Select(record =>
        {
            var current = record.Single(row => row.IsCurrent);
            return new CopyCandidate(record.Key, StoredName.Read<SourceTrust>(current.Trust), current.Url, current.Content, record.Select(row => row.Content).ToHashSet(StringComparer.Ordinal));
        });
        var copies = CopyGroups.Assign(candidates);
        foreach (var record in rows)
        {
            long? original = copies.TryGetValue(record.Key, out var found) ? found : null;
            if (record.First().CopyOf != original)
                await connection.ExecuteAsync("UPDATE records SET copy_of = @original WHERE id = @record", new { record = record.Key, original }, transaction);
        }
    }

    private static async Task RefreshFindings(DbTransaction transaction, IdentityRow identity)
    {
        var previous = await Values(transaction, identity with { Year = identity.Year - 1 });
        var current = await Values(transaction, identity);
        if (current is null)
            return;
        var findings = previous is null ? [] : YearToYear.Findings(previous.ByCell(), current.ByCell());
        await transaction.Connection!.ExecuteAsync(
            "UPDATE records SET findings = @findings WHERE id = @Id",
            new { current.Id, findings = findings.Count == 0 ? null : JsonSerializer.Serialize(findings) },
            transaction);
    }

    private static Task<ValuesRow?> Values(DbTransaction transaction, IdentityRow identity) => transaction.Connection!.QuerySingleOrDefaultAsync<ValuesRow>(
        """
        SELECT r.id AS Id, v.form AS Form, v.cell_values AS CellValues FROM records r JOIN record_versions v ON v.id = r.current_version_id
        WHERE r.authority_key = @AuthorityKey AND r.year = @Year AND r.site = @Site AND r.state <> 'withdrawn'
        """,
        identity,
        transaction);

    private sealed record IdentityRow
    {
        public required string Site { get; init; }

        public required string AuthorityKey { get; init; }

        public required int Year { get; init; }
    }

    private sealed class LatestExtraction
    {
        public long Id { get; init; }

        public long SnapshotId { get; init; }

        public required string VersionIds { get; init; }
    }

    private sealed class HeldVersion
    {
        public long Id { get; init; }

        public long RecordId { get; init; }

        public int? Year { get; init; }
    }

    private sealed class LostSource
    {
        public long RecordId { get; init; }

        public long VersionId { get; init; }

        public int? Year { get; init; }
    }

    private sealed class ReadingRow
    {
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

    private sealed class CopyRow
    {
        public long RecordId { get; init; }

        public required string State { get; init; }

        public required string Trust { get; init; }

        public long? CopyOf { get; init; }

        public required string Url { get; init; }

        public bool IsCurrent { get; init; }

        public required byte[] ValuesHash { get; init; }

        public required byte[] TextHash { get; init; }

        public string Content => Convert.ToHexStringLower(ValuesHash) + Convert.ToHexStringLower(TextHash);
    }

    private sealed class ValuesRow
    {
        public long Id { get; init; }

        public required string Form { get; init; }

        public required string CellValues { get; init; }

        public Dictionary<CellId, decimal?> ByCell() => OfficialForm.Get(Form).Cells.Select(cell => cell.Id).Zip(StoredValues.Read(CellValues)).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
