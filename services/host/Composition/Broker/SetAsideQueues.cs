using Pipeline.Host.CommandLine;
using Pipeline.Host.Settings;
using Pipeline.Store.Failures;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.Host.Composition.Broker;

/// <summary>The queues of messages that could not be handled: errors, messages of unknown kinds, dead letters.</summary>
internal sealed class SetAsideQueues : IAsyncDisposable
{
    private readonly IConnection _connection;

    private SetAsideQueues(IConnection connection) => _connection = connection;

    public static IEnumerable<string> Names => QueueShape.SetAside.Select(queue => queue.Name).Append(QueueShape.DeadLetters);

    /// <exception cref="CommandFailedException">The broker cannot be used.</exception>
    public static async Task<SetAsideQueues> Open(TransportSettings settings, CancellationToken cancellation)
    {
        try
        {
            return new SetAsideQueues(await BrokerConnection.Open(settings, cancellation));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw BrokerCheck.Refused(settings, error);
        }
    }

    /// <summary>Sends the messages that are meant back to the queues they came from.</summary>
    /// <param name="limit">At most so many.</param>
    /// <returns>What happened, by queue that holds anything.</returns>
    public async Task<IReadOnlyList<ReplayedQueue>> Replay(FailureFilter filter, int limit, CancellationToken cancellation)
    {
        var replayed = new List<ReplayedQueue>();
        foreach (var name in Names)
        {
            if (await Depth(name, cancellation) is { } depth and > 0)
                replayed.Add(await Replay(name, depth, filter, limit - replayed.Sum(queue => queue.Sent), cancellation));
        }

        return replayed;
    }

    private async Task<ReplayedQueue> Replay(string name, uint depth, FailureFilter filter, int limit, CancellationToken cancellation)
    {
        var options = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await _connection.CreateChannelAsync(options, cancellation);
        var (sent, kept) = (0, 0);
        for (var turn = 0; turn < depth && await channel.BasicGetAsync(name, autoAck: false, cancellation) is { } got; turn++)
        {
            var message = SetAsideMessage.Of(name, got.BasicProperties, got.Body);
            var meant = message.Origin is not null && sent < limit && message.IsMeant(filter);
            var properties = new BasicProperties(got.BasicProperties);
            if (meant)
                properties.Headers = SetAsideMessage.Plain(properties.Headers);
            // To give a message back would count as a failed delivery; to send it to its own queue does not.
            await channel.BasicPublishAsync("", meant ? message.Origin! : name, mandatory: true, properties, got.Body, cancellation);
            await channel.BasicAckAsync(got.DeliveryTag, multiple: false, cancellation);
            (sent, kept) = meant ? (sent + 1, kept) : (sent, kept + 1);
        }

        return new ReplayedQueue(name, sent, kept);
    }

    /// <summary>Messages in the queue; null when there is no such queue.</summary>
    public async Task<uint?> Depth(string name, CancellationToken cancellation)
    {
        try
        {
            await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellation);
            return (await channel.QueueDeclarePassiveAsync(name, cancellation)).MessageCount;
        }
        catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }

    /// <summary>Messages by queue; queues that do not exist hold none.</summary>
    public async Task<IReadOnlyDictionary<string, double>> Depths(IEnumerable<string> names, CancellationToken cancellation)
    {
        var depths = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var name in names)
            depths[name] = await Depth(name, cancellation) ?? 0;
        return depths;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}

/// <param name="Sent">Messages sent back to where they came from.</param>
/// <param name="Kept">Messages that were not meant.</param>
internal sealed record ReplayedQueue(string Name, int Sent, int Kept);
