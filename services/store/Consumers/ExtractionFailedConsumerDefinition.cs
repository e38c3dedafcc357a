using Pipeline.Database;

namespace Pipeline.Store.Consumers;

internal sealed class ExtractionFailedConsumerDefinition(PipelineDatabase database) : SettlementDefinition<ExtractionFailedConsumer>(StoreQueues.Failed, database);
