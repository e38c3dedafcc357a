using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Store.Measures;
using Pipeline.Store.Records;

namespace Pipeline.Store.Consumers;

/// <summary>Commits the answer to a person's request, then says so. Handling the message twice changes nothing.</summary>
internal sealed class DocumentReextractedConsumer(Settlement settlement, CountedPublisher publisher) : IConsumer<DocumentReextracted>
{
    public async Task Consume(ConsumeContext<DocumentReextracted> context)
    {
        var message = context.Message;
        await settlement.Settle(message.Document, message.Result, message.RequestId, context.CancellationToken);
        await publisher.PublishSettled(context, message.Document, message.Result, message.RequestId);
    }
}
