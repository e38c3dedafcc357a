namespace Pipeline.Contracts.Messages;

/// <summary>A fetched document, by reference: messages never carry its bytes.</summary>
public sealed record DocumentReference
{
    /// <summary>Canonical address; one document has one.</summary>
    public required string Url { get; init; }

    /// <summary>Name of the source in the sources file.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the source lists this host as an official one; hosts under gov.cn are official without it.</summary>
    public bool ListedHost { get; init; }

    public required Guid RunId { get; init; }

    public required Guid FetchId { get; init; }

    public required SnapshotHash Snapshot { get; init; }

    public required FetchFacts Facts { get; init; }
}
