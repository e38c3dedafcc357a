using MassTransit;
using Pipeline.Contracts.Messages;

namespace Pipeline.Crawler.Crawling;

/// <summary>Announces documents on the bus.</summary>
public sealed class BusDocumentPublisher(IBus bus) : IDocumentPublisher
{
    // A publish may hang after a broker restart; the ledger has the document, so the crawl goes on and the sweeper sends it again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public async Task Announce(DocumentFetched document, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestWait);
        try
        {
            await bus.Publish(document, limit.Token);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // The broker is away: what counts is in the ledger.
        }
    }
}
