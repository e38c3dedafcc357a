using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>What one document of a record says of it today.</summary>
/// <param name="VersionId">The record's version that holds the reading.</param>
/// <param name="Referrer">Page whose link led to the document; null when unknown.</param>
/// <param name="Since">Start of the crawl in which the document first showed these values, UTC text.</param>
/// <param name="Values">Hash of the cell values.</param>
internal sealed record SourceReading(
    long VersionId,
    string Url,
    string? Referrer,
    SourceState State,
    SourceTrust Trust,
    DateOnly? Published,
    string Since,
    ReviewStatus Status,
    double Confidence,
    string Values);
