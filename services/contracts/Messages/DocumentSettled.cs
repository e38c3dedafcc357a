using Pipeline.Contracts.Reports;

namespace Pipeline.Contracts.Messages;

/// <summary>The store committed what became of a document.</summary>
public sealed record DocumentSettled
{
    public required Guid FetchId { get; init; }

    public required string Url { get; init; }

    public required ExtractionOutcome Outcome { get; init; }

    public Guid? RequestId { get; init; }
}
