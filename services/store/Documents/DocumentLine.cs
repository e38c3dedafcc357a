using Pipeline.Contracts;

namespace Pipeline.Store.Documents;

/// <summary>A document as a line of a list.</summary>
/// <param name="LastOutcome">Outcome of the last fetch: fetched, unchanged, gone, failed, ….</param>
/// <param name="Result">What the last content gave: reports, not_a_report or failed; null while it waits and where there is none.</param>
/// <param name="Snapshot">The last content; null when there is none.</param>
public sealed record DocumentLine(
    long Id,
    string Url,
    string Source,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastCheckedAt,
    string LastOutcome,
    DateTimeOffset? GoneAt,
    string? Result,
    string? ResultReason,
    string? ResultDetail,
    SnapshotHash? Snapshot);
