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

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

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
        var provider = services.BuildServiceProvider();
        LogContext.ConfigureCurrentLogContext(provider.GetRequiredService<ILoggerFactory>());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        IBusControl control;
        try
        {
            control = provider.GetRequiredService<IBusControl>();
            await control.StartAsync(limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            await provider.DisposeAsync();
            throw BrokerCheck.Refused(settings, error);
        }

        // What closes waits for channels that the broker may have closed first, whatever the time: the queues are there, and the process is not to stand still for it.
        if (await Stops(control, limit.Token))
            await provider.DisposeAsync();
    }

    private static async Task<bool> Stops(IBusControl control, CancellationToken limit)
    {
        var stopping = control.StopAsync(limit);
        return await Task.WhenAny(stopping, Task.Delay(LongestStop, limit)) == stopping && stopping.IsCompletedSuccessfully;
    }
}
