namespace Pipeline.Host.Settings;

/// <summary>What carries the messages.</summary>
public enum TransportKind
{
    Memory,
    RabbitMq,
}
