using MassTransit;

namespace Pipeline.Extractor.Consumers;

/// <summary>A queue of its own: however many documents are to be read again, fresh ones pass them.</summary>
internal sealed class RereadRequestedConsumerDefinition : ConsumerDefinition<RereadRequestedConsumer>
{
    public RereadRequestedConsumerDefinition()
    {
        EndpointName = ExtractorQueues.Again;
        ConcurrentMessageLimit = Hands.Count;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<RereadRequestedConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = Hands.Count;
        endpointConfigurator.UseMessageRetry(ExtractionRetry.Configure);
    }
}
