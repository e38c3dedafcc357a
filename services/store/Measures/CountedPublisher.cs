using MassTransit;
using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Measures;

/// <summary>Publishes, and counts and logs what the bus does not take: the caller, too, hears of it.</summary>
public sealed partial class CountedPublisher(IBus bus, ILogger<CountedPublisher> log)
{
    /// <param name="subject">What the message is about, such as the document's address.</param>
    public Task Publish<T>(T message, string subject, CancellationToken cancellation)
        where T : class => Publish(bus, message, subject, cancellation);

    /// <param name="origin">The context of the message that is being handled: what follows from it is told as such.</param>
    public async Task Publish<T>(IPublishEndpoint origin, T message, string subject, CancellationToken cancellation)
        where T : class
    {
        try
        {
            await origin.Publish(message, cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            StoreInstruments.PublishFailed(typeof(T).Name);
            LogUnpublished(log, error, typeof(T).Name, subject);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Message} of {Subject} could not be published; what it tells stands in the database and is sent again")]
    private static partial void LogUnpublished(ILogger logger, Exception error, string message, string subject);
}
