using MassTransit;

namespace Pipeline.Extractor.Consumers;

/// <summary>One document at a time. Only the broker puts messages here, so the queue hears no publication itself.</summary>
internal sealed class SuspectDocumentConsumerDefinition : ConsumerDefinition<SuspectDocumentConsumer>
{
    public SuspectDocumentConsumerDefinition()
    {
        EndpointName = ExtractorQueues.Suspects;
        ConcurrentMessageLimit = 1;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<SuspectDocumentConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 1;
        endpointConfigurator.ConfigureConsumeTopology = false;
        endpointConfigurator.UseMessageRetry(ExtractionRetry.Configure);
    }
}
