using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Store.Measures;
using Pipeline.Store.Records;

namespace Pipeline.Store.Consumers;

/// <summary>Commits why a document could not be read. Handling the message twice changes nothing.</summary>
internal sealed class ExtractionFailedConsumer(Settlement settlement, CountedPublisher publisher) : IConsumer<ExtractionFailed>
{
    public async Task Consume(ConsumeContext<ExtractionFailed> context)
    {
        var message = context.Message;
        await settlement.Settle(message.Document, message.Result, message.RequestId, context.CancellationToken);
        await publisher.PublishSettled(context, message.Document, message.Result, message.RequestId);
    }
}
