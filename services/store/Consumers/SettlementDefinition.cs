using MassTransit;
using Pipeline.Database;

namespace Pipeline.Store.Consumers;

/// <summary>How the store's consumers meet load and a database that is busy or restarts.</summary>
internal abstract class SettlementDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    // As many again wait in the process, so that a commit is never followed by the broker's round trip.
    private const int Stock = 4;

    protected SettlementDefinition(string queue, PipelineDatabase database)
    {
        EndpointName = queue;
        // SQLite has one writer at a time; more would only wait for each other.
        ConcurrentMessageLimit = database.Engine == DatabaseEngine.Sqlite ? 1 : 4;
    }

    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = ConcurrentMessageLimit!.Value * Stock;
        // Half a minute of tries; after it the sweeper sends the document again.
        endpointConfigurator.UseMessageRetry(retry =>
        {
            retry.Exponential(6, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(500));
            // What is wrong with the report itself stays wrong.
            retry.Ignore<ArgumentException>();
        });
    }
}
