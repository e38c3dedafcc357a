using Pipeline.Contracts.Reports;

namespace Pipeline.Contracts.Messages;

/// <summary>The extractor answered a person's request, whatever the outcome. Travels on a queue of its own, so that no nightly backlog of results holds it up.</summary>
public sealed record DocumentReextracted
{
    public required Guid RequestId { get; init; }

    public required DocumentReference Document { get; init; }

    public required ExtractionResult Result { get; init; }
}
