using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Database;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Composition.Broker;

/// <summary>
/// Declares the queues of all roles, whichever of them this process runs: a broker confirms and drops what is published before there is a
/// queue to take it, such as a crawler's documents while no extractor was ever started.
/// </summary>
internal static class BrokerTopology
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <exception cref="CommandFailedException">The broker cannot be used, with the reason.</exception>
    public static async Task Deploy(TransportSettings settings, PipelineDatabase database, CancellationToken cancellation)
    {
        await BrokerCheck.Pass(settings, cancellation);
        var services = new ServiceCollection().AddSingleton(database).AddLogging();
        services.AddMassTransit(bus =>
        {
            bus.AddWorkers(WorkerRole.All);
            bus.UseTransport(settings, topologyOnly: true);
        });
        await using var provider = services.BuildServiceProvider();
        LogContext.ConfigureCurrentLogContext(provider.GetRequiredService<ILoggerFactory>());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            var control = provider.GetRequiredService<IBusControl>();
            await control.StartAsync(limit.Token);
            await control.StopAsync(limit.Token);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            throw BrokerCheck.Refused(settings, error);
        }
    }
}
