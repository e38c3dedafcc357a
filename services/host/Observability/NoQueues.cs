using Pipeline.Contracts.Ports;

namespace Pipeline.Host.Observability;

/// <summary>Messages in memory: nothing waits that the database does not know.</summary>
internal sealed class NoQueues : IQueueFigures
{
    public Task<QueueFigures> Read(CancellationToken cancellation) => Task.FromResult(new QueueFigures([], null, null));
}
