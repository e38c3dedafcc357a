using MassTransit;
using MassTransit.Middleware;
using Pipeline.Extractor.Consumers;
using Pipeline.Store.Consumers;

namespace Pipeline.Host.Composition.Broker;

/// <summary>
/// What the broker promises for each queue: quorum queues, which outlive a broker's end, with a limit to the times that a message is handed out.
/// Beyond it, an extractor's message goes to the suspects, any other to the dead letters.
/// </summary>
internal static class QueueShape
{
    /// <summary>Exchange and queue of the messages that ended every process which handled them. Nobody consumes the queue: it is there to be looked at.</summary>
    public const string DeadLetters = "dead-letters";

    // A process dies for many reasons; only what was there each time is suspect.
    private const int DeliveryLimit = 5;

    // Read alone, so that little else can have ended the process.
    private const int SuspectDeliveryLimit = 2;

    // Each is a few kilobytes, and what it was about stands in the database.
    private const int MostDeadLetters = 100_000;

    /// <summary>Every queue that outlives its process.</summary>
    public static IReadOnlyList<string> Lasting { get; } =
    [
        Workers.RefetchQueue, ExtractorQueues.Fetched, ExtractorQueues.Requested, ExtractorQueues.Again, ExtractorQueues.Suspects,
        StoreQueues.Extracted, StoreQueues.Failed, StoreQueues.Requested, StoreQueues.Faults, StoreQueues.DeadLetters,
    ];

    /// <summary>Where the bus sets aside what it cannot handle: each has the shape of the queue that its messages come from.</summary>
    public static IEnumerable<(string Name, string Origin)> SetAside => Lasting.SelectMany(origin => new[] { (origin + "_error", origin), (origin + "_skipped", origin) });

    /// <summary>Gives up moving a message that cannot be handled after a while; what is moved where is the bus's own rule.</summary>
    public static void LimitSettingAside(IReceiveEndpointConfigurator queue)
    {
        queue.ConfigureError(pipe =>
        {
            pipe.UseFilter(new SetAsideLimit<ExceptionReceiveContext>());
            pipe.UseFilter(new GenerateFaultFilter());
            pipe.UseFilter(new ErrorTransportFilter());
        });
        queue.ConfigureDeadLetter(pipe =>
        {
            pipe.UseFilter(new SetAsideLimit<ReceiveContext>());
            pipe.UseFilter(new DeadLetterTransportFilter());
        });
    }

    public static void Apply(string name, IRabbitMqReceiveEndpointConfigurator queue)
    {
        if (!Lasting.Contains(name))
            return;
        queue.SetQuorumQueue();
        queue.SetQueueArgument("x-delivery-limit", name == ExtractorQueues.Suspects ? SuspectDeliveryLimit : DeliveryLimit);
        if (name is ExtractorQueues.Fetched or ExtractorQueues.Requested or ExtractorQueues.Again)
            queue.DeadLetterExchange = ExtractorQueues.Suspects;
        else if (name == StoreQueues.DeadLetters)
            queue.Bind(DeadLetters);
        else
            queue.BindDeadLetterQueue(DeadLetters, DeadLetters, kept =>
            {
                kept.SetQuorumQueue();
                kept.SetQueueArgument("x-max-length", MostDeadLetters);
            });
    }
}
