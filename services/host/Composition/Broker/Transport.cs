using MassTransit;
using Pipeline.Host.Observability.Tracing;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Composition.Broker;

/// <summary>Chooses the transport: the workers are the same on either.</summary>
internal static class Transport
{
    /// <param name="topologyOnly">Declares queues, exchanges and bindings and consumes nothing.</param>
    public static void UseTransport(this IBusRegistrationConfigurator bus, TransportSettings settings, bool topologyOnly = false)
    {
        if (settings.Kind == TransportKind.Memory)
        {
            bus.UsingInMemory((context, memory) =>
            {
                memory.UseCompactJson();
                memory.UseConsumeFilter(typeof(DocumentScope<>), context);
                memory.ConfigureEndpoints(context);
            });
            return;
        }

        bus.AddRabbitMqConfigureEndpointsCallback((_, name, queue) =>
        {
            QueueShape.Apply(name, queue);
            QueueShape.LimitSettingAside(queue);
        });
        bus.UsingRabbitMq((context, rabbit) =>
        {
            rabbit.DeployTopologyOnly = topologyOnly;
            rabbit.UseCompactJson();
            rabbit.Host(settings.Host, (ushort)settings.Port, settings.VirtualHost, host =>
            {
                host.Username(settings.Username);
                host.Password(settings.Password);
                host.PublisherConfirmation = true;
            });
            rabbit.UseConsumeFilter(typeof(DocumentScope<>), context);
            rabbit.UsePublishFilter(typeof(ConfirmLimit<>), context);
            if (topologyOnly)
                rabbit.DeclareSetAside();
            rabbit.ConfigureEndpoints(context);
        });
    }

    // Declared beforehand rather than with the first message: a broker that loses power within seconds of a declaration may be left with a queue without a
    // leader, and the moment when messages begin to fail is the likeliest for that.
    private static void DeclareSetAside(this IRabbitMqBusFactoryConfigurator rabbit)
    {
        foreach (var (name, origin) in QueueShape.SetAside)
        {
            rabbit.ReceiveEndpoint(name, queue =>
            {
                queue.ConfigureConsumeTopology = false;
                QueueShape.Apply(origin, queue);
            });
        }
    }
}
