using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Store.Dashboard;

namespace Pipeline.Store.Consumers;

/// <summary>Keeps for the operators' page how far the recognition of a document is.</summary>
internal sealed class RecognitionProgressedConsumer(Recognitions recognitions) : IConsumer<RecognitionProgressed>
{
    public Task Consume(ConsumeContext<RecognitionProgressed> context) => recognitions.Note(context.Message, context.CancellationToken);
}
