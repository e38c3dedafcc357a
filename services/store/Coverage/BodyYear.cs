using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Coverage;

/// <summary>A body's report on one year.</summary>
/// <param name="Body">The body's name without spaces: the same for all of its years.</param>
public sealed record BodyYear(string Body, int Year, long RecordId, ReviewStatus Status);

/// <summary>A body's report on one year that has no tables, where there is no record.</summary>
/// <param name="Body">As in <see cref="BodyYear"/>.</param>
/// <param name="Url">Where it stands.</param>
public sealed record BodyProse(string Body, int Year, string Url);
