using Pipeline.Contracts.Messages;

namespace Pipeline.Crawler.Crawling;

/// <summary>Where the crawl announces its documents. A lost announcement does no harm: the ledger knows, and the sweeper sends it again.</summary>
public interface IDocumentPublisher
{
    Task Publish(DocumentFetched document, CancellationToken cancellation);
}
