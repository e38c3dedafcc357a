using MassTransit;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Composition;

/// <summary>Chooses the transport: the workers are the same on either.</summary>
internal static class Transport
{
    public static void UseTransport(this IBusRegistrationConfigurator bus, TransportSettings settings)
    {
        if (settings.Kind == TransportKind.Memory)
            bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
        else
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(settings.Host, (ushort)settings.Port, settings.VirtualHost, host =>
                {
                    host.Username(settings.Username);
                    host.Password(settings.Password);
                });
                rabbit.ConfigureEndpoints(context);
            });
    }
}
