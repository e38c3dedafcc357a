using Pipeline.Contracts.Reports;

namespace Pipeline.Contracts.Messages;

/// <summary>The extractor could not read a document. The result's outcome is failed and its reason says why; nothing vanishes.</summary>
public sealed record ExtractionFailed
{
    public required DocumentReference Document { get; init; }

    public required ExtractionResult Result { get; init; }

    public Guid? RequestId { get; init; }
}
