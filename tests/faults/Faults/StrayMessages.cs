using System.Text;
using Pipeline.Broker.Tests.Servers;
using Pipeline.Extractor.Consumers;
using Pipeline.Store.Consumers;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.Faults.Tests.Faults;

/// <summary>What a broker also delivers: messages twice, and messages that are none.</summary>
internal sealed class StrayMessages(Deployment deployment)
{
    private const string Heard = "heard-by-the-fault-run";
    private const int MostAtOnce = 50;

    private static readonly TimeSpan LongestConfirm = TimeSpan.FromSeconds(30);

    private static readonly IReadOnlyList<string> SetAsideQueues =
        [.. new[] { ExtractorQueues.Fetched, StoreQueues.Extracted, ExtractorQueues.Suspects, StoreQueues.DeadLetters }.SelectMany(queue => new[] { queue + "_error", queue + "_skipped" })];

    private static readonly string[] Garbage = ["", "no JSON", "{\"messageType\":[\"urn:message:Pipeline.Contracts.Messages:DocumentFetched\"],\"message\":{\"document\":5}}", "\0\u0001\u0002"];

    public int Sent { get; private set; }

    public int Repeated { get; private set; }

    /// <summary>Hears every announcement from now on, as one more subscriber.</summary>
    public async Task Listen()
    {
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(Heard, durable: true, exclusive: false, autoDelete: false);
        foreach (var message in new[] { "DocumentFetched", "DocumentExtracted" })
            await channel.QueueBindAsync(Heard, $"Pipeline.Contracts.Messages:{message}", "");
    }

    /// <summary>Sends announcements that were made before once more, to the queues of those who work them off.</summary>
    public async Task Repeat()
    {
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        for (var turn = 0; turn < MostAtOnce && await channel.BasicGetAsync(Heard, autoAck: true) is { } got; turn++)
        {
            var queue = got.Exchange.EndsWith("DocumentFetched", StringComparison.Ordinal) ? ExtractorQueues.Fetched : StoreQueues.Extracted;
            await Publish(channel, queue, new BasicProperties(got.BasicProperties), got.Body);
            Repeated++;
        }
    }

    public async Task SendGarbage()
    {
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        foreach (var queue in new[] { ExtractorQueues.Fetched, StoreQueues.Extracted })
        {
            foreach (var text in Garbage)
            {
                await Publish(channel, queue, new BasicProperties { ContentType = "application/vnd.masstransit+json", Persistent = true }, Encoding.UTF8.GetBytes(text));
                Sent++;
            }
        }
    }

    /// <summary>Garbage that stands where a person sees it; null while the broker cannot be asked.</summary>
    public async Task<SetAsideCount?> SetAside()
    {
        try
        {
            await using var broker = await Broker.Tests.Servers.Broker.Open(deployment);
            var depths = new Dictionary<string, uint>(StringComparer.Ordinal);
            foreach (var queue in SetAsideQueues)
                depths[queue] = await broker.Depth(queue) ?? 0;
            return new SetAsideCount(depths);
        }
        catch (Exception error) when (error is RabbitMQClientException or IOException or TimeoutException)
        {
            return null;
        }
    }

    // A broker that has just restarted may never confirm.
    private static Task Publish(IChannel channel, string queue, BasicProperties properties, ReadOnlyMemory<byte> body) =>
        channel.BasicPublishAsync("", queue, mandatory: true, properties, body).AsTask().WaitAsync(LongestConfirm);

    private Task<IConnection> Connect() => new ConnectionFactory
    {
        HostName = "127.0.0.1",
        Port = RabbitServer.Port,
        VirtualHost = deployment.VirtualHost,
        AutomaticRecoveryEnabled = false,
    }.CreateConnectionAsync();
}
