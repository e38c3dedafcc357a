using MassTransit;
using Pipeline.Database;

namespace Pipeline.Store.Consumers;

/// <summary>How the store's consumers meet a database that is busy or restarts: a few tries over half a minute, then the sweeper sends the document again.</summary>
internal static class SettlementRetry
{
    public static void Use(IReceiveEndpointConfigurator endpoint) =>
        endpoint.UseMessageRetry(retry =>
        {
            retry.Exponential(6, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(500));
            // What is wrong with the report itself stays wrong.
            retry.Ignore<ArgumentException>();
        });

    /// <summary>SQLite has one writer at a time; more would only wait for each other.</summary>
    public static int ConcurrencyOn(PipelineDatabase database) => database.Engine == DatabaseEngine.Sqlite ? 1 : 4;
}
