using Pipeline.Host.CommandLine;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Composition.Broker;

/// <summary>Whether anybody works off a queue: a command that asks for an answer says at once when none will come.</summary>
internal static class BrokerWorkers
{
    /// <param name="queues">Queues with the role that works each off.</param>
    /// <exception cref="CommandFailedException">One of them has no consumer.</exception>
    public static async Task Require(TransportSettings settings, CancellationToken cancellation, params (string Queue, string Role)[] queues)
    {
        await using var connection = await BrokerConnection.Open(settings, cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        foreach (var (queue, role) in queues)
        {
            if ((await channel.QueueDeclarePassiveAsync(queue, cancellation)).ConsumerCount == 0)
                throw new CommandFailedException($"No process with the role {role} runs, so there would be no answer: start one (pipeline run --roles {role} with the same settings) and try again.");
        }
    }
}
