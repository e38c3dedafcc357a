using MassTransit;
using Pipeline.Contracts.Messages;

namespace Pipeline.Extractor.Consumers;

/// <summary>Reads a stored snapshot again, one of very many, when nothing else is to be read.</summary>
internal sealed class RereadRequestedConsumer(FollowedReading reading, Hands hands) : IConsumer<RereadRequested>
{
    public async Task Consume(ConsumeContext<RereadRequested> context)
    {
        var document = context.Message.Document;
        using var hand = await hands.TakeFree(context.CancellationToken);
        var result = await reading.Read(document, context);
        await context.PublishAnswer(context.Message.RequestId, document, result, context.CancellationToken);
    }
}
