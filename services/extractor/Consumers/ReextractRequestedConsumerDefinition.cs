using MassTransit;

namespace Pipeline.Extractor.Consumers;

/// <summary>A queue of its own: a person who waits overtakes the nightly backlog.</summary>
internal sealed class ReextractRequestedConsumerDefinition : ConsumerDefinition<ReextractRequestedConsumer>
{
    public ReextractRequestedConsumerDefinition()
    {
        EndpointName = ExtractorQueues.Requested;
        ConcurrentMessageLimit = Environment.ProcessorCount;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ReextractRequestedConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = Environment.ProcessorCount;
        endpointConfigurator.UseMessageRetry(ExtractionRetry.Configure);
    }
}
