using Pipeline.Host.Settings;
using RabbitMQ.Client;

namespace Pipeline.Host.Composition.Broker;

/// <summary>A plain connection beside the bus, for what the bus does not do: looking at queues and moving their messages.</summary>
internal static class BrokerConnection
{
    public static Task<IConnection> Open(TransportSettings settings, CancellationToken cancellation) => new ConnectionFactory
    {
        HostName = settings.Host,
        Port = settings.Port,
        VirtualHost = settings.VirtualHost,
        UserName = settings.Username,
        Password = settings.Password,
        AutomaticRecoveryEnabled = false,
        RequestedConnectionTimeout = TimeSpan.FromSeconds(10),
        ContinuationTimeout = TimeSpan.FromSeconds(20),
    }.CreateConnectionAsync(cancellation);
}
