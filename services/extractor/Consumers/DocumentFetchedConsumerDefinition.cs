using MassTransit;

namespace Pipeline.Extractor.Consumers;

/// <summary>Reading is work for the processor: as many documents at once as it has cores.</summary>
internal sealed class DocumentFetchedConsumerDefinition : ConsumerDefinition<DocumentFetchedConsumer>
{
    public DocumentFetchedConsumerDefinition()
    {
        EndpointName = ExtractorQueues.Fetched;
        ConcurrentMessageLimit = Environment.ProcessorCount;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<DocumentFetchedConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        // None in stock: while a scan takes its minute here, another process may read what would wait behind it.
        endpointConfigurator.PrefetchCount = Environment.ProcessorCount;
        endpointConfigurator.UseMessageRetry(ExtractionRetry.Configure);
    }
}
