using MassTransit;
using Pipeline.Contracts.Messages;

namespace Pipeline.Extractor.Consumers;

/// <summary>Reads what a crawl fetched: load, extract, publish.</summary>
internal sealed class DocumentFetchedConsumer(FollowedReading reading, Hands hands) : IConsumer<DocumentFetched>
{
    public async Task Consume(ConsumeContext<DocumentFetched> context)
    {
        var document = context.Message.Document;
        using var hand = hands.Take();
        var result = await reading.Read(document, context);
        await context.PublishExtraction(document, result, context.CancellationToken);
    }
}
