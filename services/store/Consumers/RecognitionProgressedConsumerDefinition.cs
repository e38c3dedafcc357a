using Pipeline.Database;

namespace Pipeline.Store.Consumers;

internal sealed class RecognitionProgressedConsumerDefinition(PipelineDatabase database) : SettlementDefinition<RecognitionProgressedConsumer>(StoreQueues.Requested, database);
