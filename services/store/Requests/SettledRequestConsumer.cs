using MassTransit;
using Pipeline.Contracts.Messages;

namespace Pipeline.Store.Requests;

/// <summary>Hears how requests end, for the commands of this process that wait for one.</summary>
public sealed class SettledRequestConsumer(SettledRequests requests) : IConsumer<DocumentSettled>, IConsumer<Fault<RefetchRequested>>, IConsumer<Fault<ReextractRequested>>, IConsumer<Fault<RereadRequested>>
{
    public Task Consume(ConsumeContext<DocumentSettled> context)
    {
        if (context.Message.RequestId is { } request)
            requests.End(request, context.Message.Problem);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<Fault<RefetchRequested>> context) => GiveUp(context.Message.Message.RequestId, context.Message);

    public Task Consume(ConsumeContext<Fault<ReextractRequested>> context) => GiveUp(context.Message.Message.RequestId, context.Message);

    public Task Consume(ConsumeContext<Fault<RereadRequested>> context) => GiveUp(context.Message.Message.RequestId, context.Message);

    private Task GiveUp(Guid request, Fault fault)
    {
        requests.End(request, fault.Exceptions.LastOrDefault()?.Message ?? "no reason given");
        return Task.CompletedTask;
    }
}
