using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>A record as it stands today.</summary>
public sealed record StoredRecord
{
    /// <summary>Names it for ever: site, body and year, or the document that it stands in.</summary>
    public required string Key { get; init; }

    public required RecordVersion Current { get; init; }

    /// <summary>How many versions there are.</summary>
    public required int Versions { get; init; }

    /// <summary>The body that it is about; null where it tells none, and until the next refresh.</summary>
    public long? BodyId { get; init; }

    /// <summary>current, source_gone or withdrawn.</summary>
    public required string State { get; init; }

    /// <summary>What the machine thinks of its reading, or that a person has finished with it.</summary>
    public required ReviewStatus Status { get; init; }

    /// <summary>Who has finished with it; null where nobody has.</summary>
    public string? FinishedBy { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Every document that shows the record, copies on other sites included; the current version's first.</summary>
    public required IReadOnlyList<string> SourceUrls { get; init; }

    /// <summary>Violated checks against the year before.</summary>
    public required IReadOnlyList<Violation> Findings { get; init; }
}
