using MassTransit;
using Pipeline.Contracts.Messages;

namespace Pipeline.Host.Reextraction;

/// <summary>Hears every settled document, for the commands of this process that wait for one.</summary>
public sealed class SettledRequestConsumer(SettledRequests requests) : IConsumer<DocumentSettled>
{
    public Task Consume(ConsumeContext<DocumentSettled> context)
    {
        requests.Arrived(context.Message);
        return Task.CompletedTask;
    }
}
