namespace Pipeline.Store.Records;

/// <summary>One page of a list of records.</summary>
/// <param name="Next">Where the page after it begins; null when this is the last one.</param>
public sealed record RecordPage(IReadOnlyList<RecordSummary> Items, string? Next);
