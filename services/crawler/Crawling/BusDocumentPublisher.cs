using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Messages;

namespace Pipeline.Crawler.Crawling;

/// <summary>Announces documents on the bus.</summary>
internal sealed partial class BusDocumentPublisher(IBus bus, ILogger<BusDocumentPublisher> log) : IDocumentPublisher
{
    // A publish may hang after a broker restart; the ledger has the document, so the crawl goes on and the sweeper sends it again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public async Task Publish(DocumentFetched document, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestWait);
        try
        {
            await bus.Publish(document, limit.Token);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            CrawlerMetrics.PublishFailed();
            Unpublished(document.Document.Url, document.Document.FetchId, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker did not take {Url} (fetch {FetchId}): {Reason} It is in the ledger, and the sweeper sends it again")]
    private partial void Unpublished(string url, Guid fetchId, string reason);
}
