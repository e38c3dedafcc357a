using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Pipeline.Store.Records;

/// <summary>Keeps how a document stands to the records that it shows or once showed, from its latest extraction.</summary>
internal static class SourceStates
{
    public static async Task Refresh(DbTransaction transaction, long document)
    {
        var connection = transaction.Connection!;
        var latest = await connection.QueryFirstAsync<LatestExtraction>(
            "SELECT id AS Id, snapshot_id AS SnapshotId, version_ids AS VersionIds FROM extractions WHERE document_id = @document AND outcome <> 'failed' ORDER BY fetched_at DESC, id DESC LIMIT 1",
            new { document },
            transaction);
        var held = (await connection.QueryAsync<HeldVersion>(
            $"SELECT id AS Id, record_id AS RecordId, year AS Year FROM record_versions WHERE id {IdList.Among(connection)} ORDER BY CASE status WHEN 'accepted' THEN 0 ELSE 1 END, confidence DESC, id",
            new { ids = latest.VersionIds },
            transaction)).ToList();
        foreach (var version in held.DistinctBy(version => version.RecordId))
            await connection.ExecuteAsync(
                """
                INSERT INTO record_sources (record_id, document_id, version_id, state) VALUES (@RecordId, @document, @Id, 'live')
                ON CONFLICT (record_id, document_id) DO UPDATE SET version_id = excluded.version_id, state = 'live'
                """,
                new { version.RecordId, document, version.Id },
                transaction);
        await MarkLost(transaction, document, latest, held);
    }

    private static async Task MarkLost(DbTransaction transaction, long document, LatestExtraction latest, List<HeldVersion> held)
    {
        var connection = transaction.Connection!;
        var shown = await connection.QueryAsync<ShownSource>(
            "SELECT s.record_id AS RecordId, s.version_id AS VersionId, r.year AS Year FROM record_sources s JOIN records r ON r.id = s.record_id WHERE s.document_id = @document",
            new { document },
            transaction);
        var lost = shown.Where(source => held.TrueForAll(version => version.RecordId != source.RecordId)).ToList();
        if (lost.Count == 0)
            return;
        var sameContent = (await connection.QueryAsync<string>(
            "SELECT version_ids FROM extractions WHERE document_id = @document AND snapshot_id = @SnapshotId AND outcome <> 'failed'",
            new { document, latest.SnapshotId },
            transaction)).SelectMany(ids => JsonSerializer.Deserialize<long[]>(ids)!).ToHashSet();
        foreach (var source in lost)
        {
            // The same bytes no longer give it, or the page now gives the same year to another body: the earlier reading was wrong, not the page.
            var withdrawn = sameContent.Contains(source.VersionId) || held.Exists(version => version.Year is not null && version.Year == source.Year);
            await connection.ExecuteAsync(
                "UPDATE record_sources SET state = @state WHERE record_id = @RecordId AND document_id = @document",
                new { state = withdrawn ? "withdrawn" : "replaced", source.RecordId, document },
                transaction);
        }
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

    private sealed class ShownSource
    {
        public long RecordId { get; init; }

        public long VersionId { get; init; }

        public int? Year { get; init; }
    }
}
