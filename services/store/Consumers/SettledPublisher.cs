using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Measures;

namespace Pipeline.Store.Consumers;

/// <summary>Tells the person who waits that the answer is stored; where nobody waits, nothing is said.</summary>
internal static class SettledPublisher
{
    public static Task PublishSettled(this CountedPublisher publisher, ConsumeContext context, DocumentReference document, ExtractionResult result, Guid? requestId) => requestId is null
        ? Task.CompletedTask
        : publisher.Publish(context, new DocumentSettled { FetchId = document.FetchId, Url = document.Url, Outcome = result.Outcome, Problem = result.Outcome == ExtractionOutcome.Failed ? result.Detail ?? result.Reason : null, RequestId = requestId }, document.Url, context.CancellationToken);
}
