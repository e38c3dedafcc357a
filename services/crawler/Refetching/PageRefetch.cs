using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Fetching.ErrorPages;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Robots;

namespace Pipeline.Crawler.Refetching;

/// <summary>Fetches one address anew because a person asks for it: as politely as a crawl, but whatever is known of it.</summary>
public sealed class PageRefetch(IFetcher fetcher, IRobots robots, UrlFrontier queue, FrontierDatabase database, ISnapshotStore snapshots, IDocumentLedger ledger, TimeProvider clock)
{
    private const int MostHops = 10;

    /// <param name="requestId">Names the request: asked for twice with the same id, the fetch is recorded once.</param>
    /// <exception cref="RefetchFailedException">There is no content to read; the message says why.</exception>
    public async Task<DocumentReference> Fetch(Guid requestId, Uri url, CancellationToken cancellation)
    {
        await database.Prepare(cancellation);
        var known = await queue.Find(url, cancellation) ?? KnownUrl.Seed(url, url.Authority);
        await ledger.RunStarted(new(requestId, clock.GetUtcNow(), "refetch"), cancellation);
        try
        {
            var (asked, answer) = await Follow(known, cancellation);
            var snapshot = await snapshots.Write(answer.Body, cancellation);
            var fetch = Record(requestId, asked, DocumentDelivery.Facts(asked, answer), FetchOutcome.Fetched, null) with { Snapshot = snapshot };
            await ledger.Record(fetch, cancellation);
            return DocumentDelivery.Reference(fetch, snapshot);
        }
        catch (RefetchFailedException failure)
        {
            await ledger.Record(Record(requestId, known, failure.Facts, failure.Outcome, failure.Message), cancellation);
            throw;
        }
        finally
        {
            await ledger.RunEnded(requestId, clock.GetUtcNow(), CancellationToken.None);
        }
    }

    private async Task<(KnownUrl Asked, Answered Answer)> Follow(KnownUrl known, CancellationToken cancellation)
    {
        while (true)
        {
            var verdict = await robots.Judge(known.Url, cancellation);
            if (!verdict.IsAllowed)
                throw Failed(known, null, FetchOutcome.RefusedByRobots, verdict.Told);
            var answer = await fetcher.Fetch(new FetchRequest { Url = known.Url, Form = known.Form, Referrer = known.Referrer }, cancellation);
            if (answer is Redirected redirected && known.Redirects.Count < MostHops)
            {
                known = known with { Url = redirected.Target, Form = null, Redirects = [.. known.Redirects, known.Url] };
                continue;
            }

            return (known, Content(known, answer));
        }
    }

    private Answered Content(KnownUrl known, FetchResponse answer)
    {
        if (answer is Unanswered failed)
            throw Failed(known, answer, failed.Failure == FetchFailure.AddressRefused ? FetchOutcome.RefusedByPolicy : FetchOutcome.Failed, failed.Reason);
        if (answer is Answered { Status: 404 or 410 })
            throw Failed(known, answer, FetchOutcome.Gone, $"The server answered {answer.Status}.");
        if (answer is not Answered { Status: >= 200 and < 300 } answered)
            throw Failed(known, answer, FetchOutcome.Failed, answer is Redirected ? $"It redirects more than {MostHops} times." : $"The server answered {answer.Status}.");
        if (ErrorPageDetection.Detect(answered) is not { } state)
            return answered;
        var outcome = state.Kind switch { ErrorPageKind.Challenge => FetchOutcome.Blocked, ErrorPageKind.Login => FetchOutcome.Login, _ => FetchOutcome.SoftNotFound };
        throw Failed(known, answer, outcome, $"{state.Detector}: {state.Evidence}");
    }

    private RefetchFailedException Failed(KnownUrl known, FetchResponse? answer, FetchOutcome outcome, string reason) => new(reason, outcome,
        answer is null ? new FetchFacts { RequestedUrl = known.Url, FinalUrl = known.Url, FetchedAt = clock.GetUtcNow(), Status = 0 } : DocumentDelivery.Facts(known, answer));

    private static FetchRecord Record(Guid requestId, KnownUrl known, FetchFacts facts, FetchOutcome outcome, string? reason) => new()
    {
        FetchId = requestId,
        RunId = requestId,
        Source = known.Source,
        Url = known.Url.AbsoluteUri,
        Facts = facts,
        Outcome = outcome,
        Reason = reason,
    };
}
