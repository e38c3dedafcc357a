using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.Broker.Tests.Servers;

/// <summary>A bare connection to the broker: to look into queues, and to misbehave in ways that the bus does not.</summary>
public sealed class Broker : IAsyncDisposable
{
    private readonly IConnection _connection;

    private Broker(IConnection connection) => _connection = connection;

    public static async Task<Broker> Open(Deployment deployment) => new(await new ConnectionFactory
    {
        HostName = "127.0.0.1",
        Port = RabbitServer.Port,
        VirtualHost = deployment.VirtualHost,
        AutomaticRecoveryEnabled = false,
    }.CreateConnectionAsync());

    public async Task<uint?> Depth(string queue)
    {
        try
        {
            await using var channel = await _connection.CreateChannelAsync();
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }

    public async Task Send(string queue, byte[] body, string contentType = "application/vnd.masstransit+json")
    {
        await using var channel = await _connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { ContentType = contentType, Persistent = true }, body);
    }

    /// <summary>Takes a message as a worker does that dies with it in its hands. False when there was none.</summary>
    public async Task<bool> TakeAndDie(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        return await channel.BasicGetAsync(queue, autoAck: false) is not null;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
