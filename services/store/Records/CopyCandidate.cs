using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>A record among others of the same body and year, on whatever site.</summary>
/// <param name="Url">Document of the current reading.</param>
/// <param name="Content">Hash of values and section texts of the current reading.</param>
/// <param name="History">The same of every version, the current one included.</param>
internal sealed record CopyCandidate(long RecordId, SourceTrust Trust, string Url, string Content, IReadOnlySet<string> History);
