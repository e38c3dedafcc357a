using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Refetching;

/// <summary>Fetches one address anew because a person asks for it: as politely as a crawl, but whatever is known of it.</summary>
public sealed class PageRefetch(CrawlFrontier frontier, SourceCatalog sources, ContentFetcher content, ISnapshotStore snapshots, IDocumentLedger ledger, TimeProvider clock)
{
    /// <param name="requestId">Names the request: asked for twice with the same id, the fetch is recorded once.</param>
    /// <param name="partOf">Run that the fetch is one of; null for a run of its own.</param>
    /// <exception cref="RefetchFailedException">There is no content to read; the message says why.</exception>
    public async Task<DocumentReference> Fetch(Guid requestId, Guid? partOf, Uri url, CancellationToken cancellation)
    {
        await frontier.Prepare(cancellation);
        var known = (await frontier.Urls.Named(url, cancellation) ?? await frontier.Urls.Find(url, cancellation) ?? KnownUrl.Seed(url, url.Authority)) with { Attempts = 0 };
        var declared = sources.Of(known.Source, known.Url);
        var source = declared ?? SourceReader.Alone(known.Url, known.Source) with { Official = await ledger.IsListed(known.Name, cancellation) };
        var run = partOf ?? requestId;
        if (partOf is null)
            await ledger.RunStarted(new(requestId, clock.GetUtcNow(), "refetch"), cancellation);
        try
        {
            var (asked, answer) = await content.Fetch(known, source, new SourceScope(declared is null ? [source] : sources.All), cancellation);
            var snapshot = await snapshots.Write(answer.Body, cancellation);
            var fetch = Record(requestId, run, asked, source, DocumentDelivery.Facts(asked, answer), FetchOutcome.Fetched, null) with { Snapshot = snapshot };
            await ledger.Record(fetch, cancellation);
            return DocumentDelivery.Reference(fetch, snapshot);
        }
        catch (RefetchFailedException failure)
        {
            await ledger.Record(Record(requestId, run, known, source, failure.Facts, failure.Outcome, failure.Message), cancellation);
            throw;
        }
        finally
        {
            if (partOf is null)
                await ledger.RunEnded(requestId, clock.GetUtcNow(), CancellationToken.None);
        }
    }

    private static FetchRecord Record(Guid requestId, Guid run, KnownUrl known, Source source, FetchFacts facts, FetchOutcome outcome, string? reason) => new()
    {
        FetchId = requestId,
        RunId = run,
        Source = known.Source,
        ListedHost = source.Official ?? false,
        Url = known.Name,
        Facts = facts,
        Outcome = outcome,
        Reason = reason,
    };
}
