using Pipeline.Database;

namespace Pipeline.Store.Consumers;

internal sealed class DocumentExtractedConsumerDefinition(PipelineDatabase database) : SettlementDefinition<DocumentExtractedConsumer>(StoreQueues.Extracted, database);
