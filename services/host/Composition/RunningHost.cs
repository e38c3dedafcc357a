using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Database;

namespace Pipeline.Host.Composition;

/// <summary>The workers of this process while they run. Disposing stops them gracefully: what is being handled is finished.</summary>
public sealed class RunningHost(IHost host) : IAsyncDisposable
{
    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Where the pages are served; empty in a process without them.</summary>
    public IReadOnlyList<string> Addresses => [.. host.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    /// <summary>Ends when the process is asked to stop.</summary>
    public Task WaitForStop(CancellationToken cancellation) => host.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        var database = Get<PipelineDatabase>();
        await host.StopAsync();
        host.Dispose();
        await database.DisposeAsync();
    }
}
