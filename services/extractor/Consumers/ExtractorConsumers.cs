using MassTransit;

namespace Pipeline.Extractor.Consumers;

/// <summary>Registers the extractor as a worker of the bus.</summary>
public static class ExtractorConsumers
{
    public static void AddExtractorConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<DocumentFetchedConsumer, DocumentFetchedConsumerDefinition>();
        bus.AddConsumer<ReextractRequestedConsumer, ReextractRequestedConsumerDefinition>();
        bus.AddConsumer<RereadRequestedConsumer, RereadRequestedConsumerDefinition>();
        bus.AddConsumer<SuspectDocumentConsumer, SuspectDocumentConsumerDefinition>();
    }
}
