using MassTransit;

namespace Pipeline.Host.Composition.Broker;

/// <summary>
/// A message that cannot be handled is moved to another queue. Where the broker does not confirm that, as a queue without a leader never does, the
/// message is given back after a while, instead of holding a worker's slot for ever.
/// </summary>
internal sealed class SetAsideLimit<TContext> : IFilter<TContext>
    where TContext : class, ReceiveContext
{
    // As long as for a publish.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public Task Send(TContext context, IPipe<TContext> next) => next.Send(context).WaitAsync(Longest, context.CancellationToken);

    public void Probe(ProbeContext context) => context.CreateFilterScope("set-aside-limit");
}
