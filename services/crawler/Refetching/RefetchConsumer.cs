using MassTransit;
using Pipeline.Contracts.Messages;

namespace Pipeline.Crawler.Refetching;

/// <summary>Fetches one address anew on request and passes it on to be read.</summary>
public sealed class RefetchConsumer(PageRefetch refetch) : IConsumer<RefetchRequested>
{
    public async Task Consume(ConsumeContext<RefetchRequested> context)
    {
        var document = await refetch.Fetch(context.Message.RequestId, context.Message.RunId, context.Message.Url, context.CancellationToken);
        await context.Publish(new ReextractRequested { RequestId = context.Message.RequestId, Document = document }, context.CancellationToken);
    }
}
