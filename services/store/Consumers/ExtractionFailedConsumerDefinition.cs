using MassTransit;
using Pipeline.Database;

namespace Pipeline.Store.Consumers;

internal sealed class ExtractionFailedConsumerDefinition : ConsumerDefinition<ExtractionFailedConsumer>
{
    public ExtractionFailedConsumerDefinition(PipelineDatabase database) => ConcurrentMessageLimit = SettlementRetry.ConcurrencyOn(database);

    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ExtractionFailedConsumer> consumerConfigurator, IRegistrationContext context) =>
        SettlementRetry.Use(endpointConfigurator);
}
