using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Consumers;

/// <summary>Announces what became of a document: read, or failed with its reason.</summary>
internal static class ExtractionPublisher
{
    public static Task PublishExtraction(this IPublishEndpoint bus, DocumentReference document, ExtractionResult result, CancellationToken cancellation) =>
        result.Outcome == ExtractionOutcome.Failed
            ? bus.Publish(new ExtractionFailed { Document = document, Result = result }, cancellation)
            : bus.Publish(new DocumentExtracted { Document = document, Result = result }, cancellation);

    /// <summary>The same for a document that a person asked for.</summary>
    public static Task PublishAnswer(this IPublishEndpoint bus, Guid requestId, DocumentReference document, ExtractionResult result, CancellationToken cancellation) =>
        bus.Publish(new DocumentReextracted { RequestId = requestId, Document = document, Result = result }, cancellation);
}
