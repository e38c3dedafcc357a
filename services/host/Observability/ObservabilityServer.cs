using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Observability.Metrics;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Observability;

/// <summary>Serves <see cref="ObservabilityEndpoints"/> on an address of their own, in every process, with or without pages.</summary>
internal sealed class ObservabilityServer(OperationsSettings settings, IServiceProvider services) : IHostedService
{
    private WebApplication? _server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Whoever listens late has missed what was counted.
        services.GetRequiredService<InstrumentReadings>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "pipeline" });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(services.GetRequiredService<ILoggerFactory>());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPEndPoint.Parse(settings.Listen!)));
        _server = builder.Build();
        _server.MapObservability(services);
        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (IOException error)
        {
            throw new CommandFailedException($"operations.listen: {settings.Listen} cannot be listened on ({error.Message.TrimEnd('.')}): choose another port, or end the process that has it.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server is null ? Task.CompletedTask : _server.StopAsync(cancellationToken);
}
