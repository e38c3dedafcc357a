using Pipeline.Store.Records;

namespace Pipeline.Web.Operations;

/// <summary>How a re-extraction stands.</summary>
/// <param name="State">running, done or failed.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
/// <param name="Records">Once done: each record of the document with what changed; no change is an empty list of facts and cells.</param>
public sealed record ReextractionBody(
    Guid Id, string Url, bool Refetch, string RequestedBy, DateTimeOffset RequestedAt, DateTimeOffset? EndedAt, string State, string? Problem, IReadOnlyList<RecordChange> Records);

/// <param name="VersionBefore">Null where there was no record.</param>
/// <param name="VersionAfter">Null where there is none any more.</param>
public sealed record RecordChange(long RecordId, string? Authority, int? Year, int? VersionBefore, int? VersionAfter, IReadOnlyList<FactChange> Facts, IReadOnlyList<CellChange> Cells);
