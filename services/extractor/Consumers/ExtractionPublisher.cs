using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Consumers;

/// <summary>Announces what became of a document: read, or failed with its reason.</summary>
internal static class ExtractionPublisher
{
    public static Task PublishExtraction(this IPublishEndpoint bus, DocumentReference document, ExtractionResult result, Guid? requestId, CancellationToken cancellation) =>
        result.Outcome == ExtractionOutcome.Failed
            ? bus.Publish(new ExtractionFailed { Document = document, Result = result, RequestId = requestId }, cancellation)
            : bus.Publish(new DocumentExtracted { Document = document, Result = result, RequestId = requestId }, cancellation);
}
