using Pipeline.Database;

namespace Pipeline.Store.Consumers;

internal sealed class SettlementFaultConsumerDefinition(PipelineDatabase database) : SettlementDefinition<SettlementFaultConsumer>(StoreQueues.Faults, database);
