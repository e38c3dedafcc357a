using MassTransit;
using Pipeline.Contracts.Messages;

namespace Pipeline.Extractor.Consumers;

/// <summary>
/// Reads documents that were in the hands of processes that died, whatever queue they come from. Most were there by chance, beside the one
/// that killed: read alone they pass, and that one goes on to the dead letters.
/// </summary>
internal sealed class SuspectDocumentConsumer(FollowedReading reading) : IConsumer<DocumentFetched>, IConsumer<ReextractRequested>, IConsumer<RereadRequested>
{
    public async Task Consume(ConsumeContext<DocumentFetched> context)
    {
        var document = context.Message.Document;
        var result = await reading.Read(document, context);
        await context.PublishExtraction(document, result, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<ReextractRequested> context) => Answer(context, context.Message.RequestId, context.Message.Document);

    public Task Consume(ConsumeContext<RereadRequested> context) => Answer(context, context.Message.RequestId, context.Message.Document);

    private async Task Answer(ConsumeContext context, Guid requestId, DocumentReference document)
    {
        var result = await reading.Read(document, context);
        await context.PublishAnswer(requestId, document, result, context.CancellationToken);
    }
}
