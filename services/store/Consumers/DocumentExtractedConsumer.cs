using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Store.Measures;
using Pipeline.Store.Records;

namespace Pipeline.Store.Consumers;

/// <summary>Commits what became of a document. Handling the message twice changes nothing.</summary>
internal sealed class DocumentExtractedConsumer(Settlement settlement, CountedPublisher publisher) : IConsumer<DocumentExtracted>
{
    public async Task Consume(ConsumeContext<DocumentExtracted> context)
    {
        var message = context.Message;
        await settlement.Settle(message.Document, message.Result, message.RequestId, context.CancellationToken);
        await publisher.PublishSettled(context, message.Document, message.Result, message.RequestId);
    }
}
