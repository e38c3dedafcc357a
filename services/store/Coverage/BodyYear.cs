using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Coverage;

/// <summary>A body's report on one year.</summary>
/// <param name="Body">The body's name without spaces: the same for all of its years.</param>
public sealed record BodyYear(string Body, int Year, long RecordId, ReviewStatus Status);
