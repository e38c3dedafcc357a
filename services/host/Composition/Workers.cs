using MassTransit;
using Pipeline.Crawler.Refetching;
using Pipeline.Extractor.Consumers;
using Pipeline.Host.Settings;
using Pipeline.Store;

namespace Pipeline.Host.Composition;

/// <summary>Which consumers make up a role.</summary>
internal static class Workers
{
    public const string RefetchQueue = "refetch";

    public static void AddWorkers(this IBusRegistrationConfigurator bus, WorkerRole roles)
    {
        if (roles.HasFlag(WorkerRole.Crawler))
            bus.AddConsumer<RefetchConsumer>().Endpoint(endpoint => endpoint.Name = RefetchQueue);
        if (roles.HasFlag(WorkerRole.Extractor))
            bus.AddExtractorConsumers();
        if (roles.HasFlag(WorkerRole.Store))
            bus.AddStoreConsumers();
    }
}
