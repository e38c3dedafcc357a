using Pipeline.Contracts;

namespace Pipeline.Store.Documents;

/// <summary>Which documents to list; what is null does not matter.</summary>
public sealed record DocumentFilter
{
    public long? Id { get; init; }

    /// <summary>Name of the source in the sources file.</summary>
    public string? Source { get; init; }

    /// <summary>Outcome of the last fetch.</summary>
    public string? Outcome { get; init; }

    /// <summary>Canonical address.</summary>
    public string? Url { get; init; }

    /// <summary>Documents that hold or held these bytes.</summary>
    public SnapshotHash? Snapshot { get; init; }
}
