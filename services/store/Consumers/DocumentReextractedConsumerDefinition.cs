using Pipeline.Database;

namespace Pipeline.Store.Consumers;

internal sealed class DocumentReextractedConsumerDefinition(PipelineDatabase database) : SettlementDefinition<DocumentReextractedConsumer>(StoreQueues.Requested, database);
