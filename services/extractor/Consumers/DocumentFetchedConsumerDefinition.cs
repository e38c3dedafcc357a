using MassTransit;

namespace Pipeline.Extractor.Consumers;

/// <summary>Reading is work for the processor: as many documents at once as it has cores.</summary>
public sealed class DocumentFetchedConsumerDefinition : ConsumerDefinition<DocumentFetchedConsumer>
{
    public DocumentFetchedConsumerDefinition()
    {
        EndpointName = "extract-fetched";
        ConcurrentMessageLimit = Environment.ProcessorCount;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<DocumentFetchedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.UseMessageRetry(ExtractionRetry.Configure);
}
