using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Store.Requests;

namespace Pipeline.Store.Consumers;

/// <summary>Ends the request of a person that a worker gave up, such as an address that could not be fetched anew.</summary>
internal sealed class RequestFaultConsumer(ReextractionRequests requests) : IConsumer<Fault<RefetchRequested>>, IConsumer<Fault<ReextractRequested>>
{
    public Task Consume(ConsumeContext<Fault<RefetchRequested>> context) => End(context.Message.Message.RequestId, context);

    public Task Consume(ConsumeContext<Fault<ReextractRequested>> context) => End(context.Message.Message.RequestId, context);

    private Task End(Guid request, ConsumeContext<Fault> context) =>
        requests.End(request, context.Message.Exceptions.LastOrDefault()?.Message ?? "no reason given", context.CancellationToken);
}
