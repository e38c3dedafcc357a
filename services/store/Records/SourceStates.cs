using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Pipeline.Store.Records;

/// <summary>Keeps how a document stands to the records that it shows or once showed, from its latest extraction.</summary>
internal static class SourceStates
{
    // Versions of the latest extraction that went well.
    private const string Latest = "(SELECT version_ids FROM extractions WHERE document_id = @document AND outcome <> 'failed' ORDER BY fetched_at DESC, id DESC LIMIT 1)";

    /// <returns>The records that the document shows or once showed, in order.</returns>
    public static async Task<IReadOnlyList<long>> Refresh(DbTransaction transaction, long document)
    {
        var (held, shown) = await Take(transaction, document);
        var lost = shown.Where(source => held.TrueForAll(version => version.RecordId != source.RecordId)).ToList();
        if (lost.Count > 0)
            await MarkLost(transaction, document, lost, held);
        return [.. shown.Select(source => source.RecordId)];
    }

    // What the latest extraction holds, and what the document shows or once showed once that is among it; in one round trip.
    private static async Task<(List<HeldVersion> Held, List<ShownSource> Shown)> Take(DbTransaction transaction, long document)
    {
        var connection = transaction.Connection!;
        var among = IdList.Among(connection, Latest);
        await using var states = await connection.QueryMultipleAsync(
            $"""
            INSERT INTO record_sources (record_id, document_id, version_id, state)
            SELECT record_id, @document, id, 'live' FROM
                (SELECT id, record_id, ROW_NUMBER() OVER (PARTITION BY record_id ORDER BY CASE status WHEN 'accepted' THEN 0 ELSE 1 END, confidence DESC, id) AS place
                 FROM record_versions WHERE id {among}) ranked
            WHERE place = 1
            ON CONFLICT (record_id, document_id) DO UPDATE SET version_id = excluded.version_id, state = 'live';
            SELECT record_id AS RecordId, year AS Year FROM record_versions WHERE id {among};
            SELECT s.record_id AS RecordId, s.version_id AS VersionId, r.year AS Year FROM record_sources s JOIN records r ON r.id = s.record_id WHERE s.document_id = @document ORDER BY s.record_id
            """,
            new { document },
            transaction);
        return ([.. await states.ReadAsync<HeldVersion>()], [.. await states.ReadAsync<ShownSource>()]);
    }

    private static async Task MarkLost(DbTransaction transaction, long document, List<ShownSource> lost, List<HeldVersion> held)
    {
        var connection = transaction.Connection!;
        var sameContent = (await connection.QueryAsync<string>(
            """
            SELECT version_ids FROM extractions WHERE document_id = @document AND outcome <> 'failed'
                AND snapshot_id = (SELECT snapshot_id FROM extractions WHERE document_id = @document AND outcome <> 'failed' ORDER BY fetched_at DESC, id DESC LIMIT 1)
            """,
            new { document },
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

    private sealed class HeldVersion
    {
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
