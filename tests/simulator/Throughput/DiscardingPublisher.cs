using Pipeline.Contracts.Messages;
using Pipeline.Crawler.Crawling;

namespace Pipeline.Simulator.Tests.Throughput;

/// <summary>Announces documents to nobody.</summary>
internal sealed class DiscardingPublisher : IDocumentPublisher
{
    public Task Publish(DocumentFetched document, CancellationToken cancellation) => Task.CompletedTask;
}
