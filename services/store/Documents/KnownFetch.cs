namespace Pipeline.Store.Documents;

/// <summary>Rows of a fetch with content.</summary>
internal sealed class KnownFetch
{
    public long Id { get; init; }

    public long DocumentId { get; init; }

    public long SnapshotId { get; init; }
}
