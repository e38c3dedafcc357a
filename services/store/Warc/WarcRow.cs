namespace Pipeline.Store.Warc;

/// <summary>A fetch that brought content.</summary>
internal sealed class WarcRow
{
    public const string Sql =
        """
        SELECT f.snapshot_id AS SnapshotId, f.fetch_key AS FetchKey, s.sha256 AS Sha256, f.facts AS Facts
        FROM fetches f JOIN snapshots s ON s.id = f.snapshot_id WHERE f.outcome = 'fetched' ORDER BY f.snapshot_id, f.id
        """;

    public long SnapshotId { get; init; }

    public required string FetchKey { get; init; }

    public required byte[] Sha256 { get; init; }

    public required byte[] Facts { get; init; }
}
