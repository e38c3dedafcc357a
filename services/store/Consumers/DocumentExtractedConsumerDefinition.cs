using MassTransit;
using Pipeline.Database;

namespace Pipeline.Store.Consumers;

internal sealed class DocumentExtractedConsumerDefinition : ConsumerDefinition<DocumentExtractedConsumer>
{
    public DocumentExtractedConsumerDefinition(PipelineDatabase database) => ConcurrentMessageLimit = SettlementRetry.ConcurrencyOn(database);

    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<DocumentExtractedConsumer> consumerConfigurator, IRegistrationContext context) =>
        SettlementRetry.Use(endpointConfigurator);
}
