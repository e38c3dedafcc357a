using MassTransit;
using Pipeline.Database;

namespace Pipeline.Store.Consumers;

/// <summary>Only the broker puts messages here, so the queue hears no publication itself.</summary>
internal sealed class DeadLetterConsumerDefinition(PipelineDatabase database) : SettlementDefinition<DeadLetterConsumer>(StoreQueues.DeadLetters, database)
{
    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<DeadLetterConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConfigureConsumeTopology = false;
        base.ConfigureConsumer(endpointConfigurator, consumerConfigurator, context);
    }
}
