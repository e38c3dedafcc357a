using MassTransit;
using Pipeline.Contracts.Messages;

namespace Pipeline.Extractor.Consumers;

/// <summary>Reads a stored snapshot again because a person asked for it.</summary>
internal sealed class ReextractRequestedConsumer(FollowedReading reading, Hands hands) : IConsumer<ReextractRequested>
{
    public async Task Consume(ConsumeContext<ReextractRequested> context)
    {
        var document = context.Message.Document;
        using var hand = hands.Take();
        var result = await reading.Read(document, context);
        await context.PublishAnswer(context.Message.RequestId, document, result, context.CancellationToken);
    }
}
