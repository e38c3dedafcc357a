using Pipeline.Contracts;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>One version of a record with its full provenance.</summary>
public sealed record RecordVersion
{
    public required long RecordId { get; init; }

    /// <summary>From 1, in the order in which the versions were stored.</summary>
    public required int Number { get; init; }

    public required AnnualReport Report { get; init; }

    /// <summary>Canonical address of the document that it was read from.</summary>
    public required string SourceUrl { get; init; }

    public required SnapshotHash Snapshot { get; init; }

    public required ReadingFacts Reading { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}
