using Pipeline.Database;

namespace Pipeline.Store.Consumers;

internal sealed class RequestFaultConsumerDefinition(PipelineDatabase database) : SettlementDefinition<RequestFaultConsumer>(StoreQueues.Faults, database);
