using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Measures;
using Pipeline.Store.Records;

namespace Pipeline.Store.Consumers;

/// <summary>
/// A result that could not be stored, whatever was tried, ends as a visible failure of its document at once instead of coming back for hours.
/// Where the database itself is away this fails too: then the document stays pending, and the sweeper sends it again.
/// </summary>
internal sealed class SettlementFaultConsumer(Settlement settlement, CountedPublisher publisher) : IConsumer<Fault<DocumentExtracted>>, IConsumer<Fault<DocumentReextracted>>
{
    public Task Consume(ConsumeContext<Fault<DocumentExtracted>> context)
    {
        var message = context.Message.Message;
        return Fail(context, context.Message, message.Document, message.Result, message.RequestId);
    }

    public Task Consume(ConsumeContext<Fault<DocumentReextracted>> context)
    {
        var message = context.Message.Message;
        return Fail(context, context.Message, message.Document, message.Result, message.RequestId);
    }

    private async Task Fail(ConsumeContext context, Fault fault, DocumentReference document, ExtractionResult result, Guid? requestId)
    {
        var cause = fault.Exceptions.FirstOrDefault()?.Message ?? "no cause was given";
        var failed = FailedResult.Of(FailureReasons.NotStored, $"The result could not be stored: {cause}", result.Reading);
        await settlement.Settle(document, failed, requestId, context.CancellationToken);
        await publisher.PublishSettled(context, document, failed, requestId);
    }
}
