using MassTransit;
using Pipeline.Database;

namespace Pipeline.Store.Consumers;

internal sealed class SettlementFaultConsumerDefinition : ConsumerDefinition<SettlementFaultConsumer>
{
    public SettlementFaultConsumerDefinition(PipelineDatabase database) => ConcurrentMessageLimit = SettlementRetry.ConcurrencyOn(database);

    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SettlementFaultConsumer> consumerConfigurator, IRegistrationContext context) =>
        SettlementRetry.Use(endpointConfigurator);
}
