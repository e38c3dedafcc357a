using MassTransit;

namespace Pipeline.Host.Composition.Broker;

/// <summary>
/// A broker that restarts may never confirm what was published just before. Whoever publishes then fails after a while and tries again, instead of
/// waiting for ever with a document in its hands.
/// </summary>
internal sealed class ConfirmLimit<T> : IFilter<PublishContext<T>>
    where T : class
{
    // A confirmation takes milliseconds; a loaded broker that writes to a slow disk, seconds.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public Task Send(PublishContext<T> context, IPipe<PublishContext<T>> next) => next.Send(context).WaitAsync(Longest, context.CancellationToken);

    public void Probe(ProbeContext context) => context.CreateFilterScope("confirm-limit");
}
