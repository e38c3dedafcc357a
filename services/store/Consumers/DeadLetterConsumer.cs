using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Measures;
using Pipeline.Store.Records;

namespace Pipeline.Store.Consumers;

/// <summary>
/// A message that ended every process which handled it, the last times alone, ends as a visible failure of its document. The message itself
/// stays in the broker's dead letters, for whoever looks into it.
/// </summary>
internal sealed class DeadLetterConsumer(Settlement settlement, CountedPublisher publisher) : IConsumer<DocumentFetched>, IConsumer<ReextractRequested>, IConsumer<RereadRequested>, IConsumer<DocumentExtracted>, IConsumer<DocumentReextracted>, IConsumer<ExtractionFailed>
{
    private static readonly ReadingFacts Unread = new("none", "none", "application/octet-stream", "none");

    public Task Consume(ConsumeContext<DocumentFetched> context) => Fail(context, context.Message.Document, null);

    public Task Consume(ConsumeContext<ReextractRequested> context) => Fail(context, context.Message.Document, context.Message.RequestId);

    public Task Consume(ConsumeContext<RereadRequested> context) => Fail(context, context.Message.Document, context.Message.RequestId);

    public Task Consume(ConsumeContext<DocumentExtracted> context) => Fail(context, context.Message.Document, context.Message.RequestId);

    public Task Consume(ConsumeContext<DocumentReextracted> context) => Fail(context, context.Message.Document, context.Message.RequestId);

    public Task Consume(ConsumeContext<ExtractionFailed> context) => Fail(context, context.Message.Document, context.Message.RequestId);

    private async Task Fail(ConsumeContext context, DocumentReference document, Guid? requestId)
    {
        // The broker writes beside the envelope, not into it.
        var headers = context.ReceiveContext.TransportHeaders;
        var queue = headers.Get<string>("x-first-death-queue") ?? "a queue";
        var cause = headers.Get<string>("x-first-death-reason") ?? "rejected";
        var detail = $"The broker gave up its message, first on {queue} ({cause}): every process that handled it ended. Look at the worker's log, then try: pipeline failures replay --reason {FailureReasons.DeadLetter}";
        var failed = FailedResult.Of(FailureReasons.DeadLetter, detail, Unread);
        await settlement.Settle(document, failed, requestId, context.CancellationToken);
        await publisher.PublishSettled(context, document, failed, requestId);
    }
}
