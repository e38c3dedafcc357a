using Pipeline.Host.CommandLine;
using Pipeline.Host.Settings;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.Host.Composition.Broker;

/// <summary>Looks at the broker once before the bus does: the bus would try for ever, and not say why.</summary>
internal static class BrokerCheck
{
    /// <exception cref="CommandFailedException">The broker cannot be reached, does not let us in, or has no quorum queues.</exception>
    public static async Task Pass(TransportSettings settings, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await BrokerConnection.Open(settings, cancellation);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
            // Gone when it is unused: a broker that knows no quorum queues says so here.
            var arguments = new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-expires"] = 60_000 };
            var trial = await channel.QueueDeclareAsync($"trial-{Guid.NewGuid():N}", durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation);
            await channel.QueueDeleteAsync(trial.QueueName, cancellationToken: cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw Refused(settings, error);
        }
    }

    /// <summary>What keeps us from using the broker, and what to do about it.</summary>
    public static CommandFailedException Refused(TransportSettings settings, Exception error)
    {
        var broker = $"RabbitMQ at {settings.Host}:{settings.Port}";
        return new CommandFailedException(Innermost(error) switch
        {
            AuthenticationFailureException or PossibleAuthenticationFailureException =>
                $"{broker} does not let '{settings.Username}' in: check the settings transport.username and transport.password.",
            OperationInterruptedException { ShutdownReason.ReplyCode: 530 } =>
                $"{broker} does not let '{settings.Username}' into the virtual host '{settings.VirtualHost}': check the setting transport.virtualHost, or create it (rabbitmqctl add_vhost) and grant it (rabbitmqctl set_permissions).",
            OperationInterruptedException { ShutdownReason.ReplyCode: 403 } refused =>
                $"{broker} forbids '{settings.Username}' to declare queues ({refused.ShutdownReason.ReplyText}): grant it configure, write and read (rabbitmqctl set_permissions).",
            OperationInterruptedException { ShutdownReason: { } reason } when reason.ReplyText.Contains("quorum", StringComparison.OrdinalIgnoreCase) || reason.ReplyText.Contains("x-queue-type", StringComparison.Ordinal) =>
                $"{broker} has no quorum queues ({reason.ReplyText}): use RabbitMQ 3.10 or newer and enable them (rabbitmqctl enable_feature_flag quorum_queue).",
            OperationInterruptedException { ShutdownReason: { ReplyCode: 406 } reason } =>
                $"{broker} holds a queue of the same name with other properties ({reason.ReplyText}): drain and delete that queue, or choose another transport.virtualHost.",
            { } other => $"{broker} cannot be used ({other.Message}): start it, or check the settings transport.host and transport.port.",
        });
    }

    private static Exception Innermost(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationFailureException or PossibleAuthenticationFailureException or OperationInterruptedException)
                return cause;
        }

        return error.GetBaseException();
    }
}
