using Microsoft.Extensions.Hosting;
using OpenTelemetry.Trace;

namespace Pipeline.Host.Observability.Tracing;

/// <summary>Keeps the traces flowing as long as the host runs; the last of them leave before it ends.</summary>
internal sealed class TraceService(TracerProvider provider) : IHostedService
{
    private const int LongestFlush = 5_000;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        provider.ForceFlush(LongestFlush);
        return Task.CompletedTask;
    }
}
