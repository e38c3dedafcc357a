using Pipeline.Contracts;

namespace Pipeline.Store.Reviews;

/// <summary>A stored decision about one cell, with what the machine had read.</summary>
/// <param name="Number">From 1, in the order of the decisions about the cell.</param>
/// <param name="Value">The number on the page as the person reads it; null for a blank.</param>
/// <param name="Snapshot">The bytes that the person looked at.</param>
public sealed record CellReview(
    long RecordId,
    CellId Cell,
    int Number,
    ReviewVerdict Verdict,
    decimal? Value,
    decimal? MachineValue,
    double MachineConfidence,
    string? Reason,
    string Reviewer,
    DateTimeOffset ReviewedAt,
    SnapshotHash Snapshot)
{
    /// <summary>Whether the decision is about these bytes: a page that changed needs to be looked at again.</summary>
    public bool IsAbout(SnapshotHash snapshot) => Verdict != ReviewVerdict.Reopened && Snapshot == snapshot;
}
