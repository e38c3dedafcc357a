using Pipeline.Contracts.Reports;

namespace Pipeline.Contracts.Messages;

/// <summary>The extractor read a document: it carries reports, or is counted as no report with the reason.</summary>
public sealed record DocumentExtracted
{
    public required DocumentReference Document { get; init; }

    public required ExtractionResult Result { get; init; }

    /// <summary>The manual request that this answers, where a program of before <see cref="DocumentReextracted"/> says so; null in a crawl.</summary>
    public Guid? RequestId { get; init; }
}
