using Pipeline.Contracts;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Documents;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Fetching.ErrorPages;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Robots;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>One visit to one address: asks robots.txt, fetches, tells what came, hands documents over, and lets the frontier remember it.</summary>
public sealed class PageCrawl(
    IFetcher fetcher, IRobots robots, RetryPolicy retries, UrlFrontier queue, DocumentDelivery desk, LinkFilter links, RedirectPolicy hops, CrawlRunState run, TimeProvider clock)
{
    // A robots.txt that cannot be had after these waits is asked for again the next night.
    private const int MostWaitsForRobots = 2;

    private readonly VisitFactory _endings = new(clock);

    /// <returns>What the visit came to; null when the address waits for another attempt.</returns>
    public async Task<Visit?> Make(KnownUrl known, Source source, HostSession memory, CancellationToken cancellation)
    {
        if (memory.Guard.Refusal(known, source) is { } left)
            return await LeaveAlone(known, left);
        var verdict = await robots.Judge(known.Url, cancellation);
        if (verdict is { IsAllowed: false, RetryAt: { } again } && again - clock.GetUtcNow() <= HostWorker.LongestPause && known.Attempts < MostWaitsForRobots)
        {
            await queue.Postpone(known, known.Url, known.Score, again, verdict.Told, cancellation);
            return null;
        }

        if (!verdict.IsAllowed)
            return await Refuse(known, source, VisitOutcome.RefusedByRobots, FetchOutcome.RefusedByRobots, verdict.Told, null, cancellation);
        var answer = await fetcher.Fetch(Order(known), cancellation);
        if (answer is Unanswered { Failure: FetchFailure.AddressRefused } refused)
            return await Refuse(known, source, VisitOutcome.RefusedByPolicy, FetchOutcome.RefusedByPolicy, refused.Reason, answer, cancellation);
        // A challenge may come with any status: it is told before a retry is thought of.
        var state = answer is Answered page && !page.IsNotModified ? ErrorPageDetection.Detect(page) : null;
        if (state is null && retries.Decide(answer, known.Attempts + 1, clock.GetUtcNow()) is { } decision)
        {
            if (decision.After is { } pause)
            {
                // What broke off is tried after the rest: several breaks in a row look like a strained host, and slow it down for all.
                var score = answer is Unanswered ? known.Score / 2 : known.Score;
                await queue.Postpone(known, known.Url, score, clock.GetUtcNow() + pause, decision.Reason, cancellation);
                return null;
            }

            return await Refuse(known, source, VisitOutcome.Failed, FetchOutcome.Failed, decision.Reason, answer, cancellation, memory);
        }

        return answer switch
        {
            Redirected redirected => await Hop(known, source, redirected, cancellation),
            Answered answered when state is not null => await ErrorPageSeen(known, source, answered, state, memory, cancellation),
            Answered { IsNotModified: true } => await NotModified(known, source, answer, memory, cancellation),
            Answered { Status: 404 or 410 } => await Gone(known, source, answer, memory, cancellation),
            Answered { Status: >= 200 and < 300 } answered => await Read(known, source, answered, memory, cancellation),
            _ => await Refuse(known, source, VisitOutcome.Failed, FetchOutcome.Failed, $"The server answered {answer.Status}.", answer, cancellation, memory),
        };
    }

    /// <summary>Takes the address out of the queue without a request.</summary>
    public async Task<Visit?> LeaveAlone(KnownUrl known, string reason) => await Settle(_endings.Ended(known, VisitOutcome.LeftAlone, reason, PageRoleRule.WithoutContent(known)));

    private static FetchRequest Order(KnownUrl known) => new()
    {
        Url = known.Url,
        Form = known.Form,
        IfNoneMatch = known.ETag,
        IfModifiedSince = known.Modified,
        Referrer = known.Referrer,
    };

    private async Task<Visit?> Hop(KnownUrl known, Source source, Redirected answer, CancellationToken cancellation)
    {
        var decision = hops.Decide(known, answer.Target, source);
        if (decision is { SameDocument: true, Next: { } respelt })
        {
            await queue.Postpone(known, respelt.Url, known.Score, clock.GetUtcNow(), $"redirects to {respelt.Url}", cancellation);
            return null;
        }

        if (decision.Next is null && decision.Outcome != VisitOutcome.Redirected)
            return await Refuse(known, source, decision.Outcome, decision.Outcome == VisitOutcome.Failed ? FetchOutcome.Failed : FetchOutcome.RefusedByPolicy, decision.Reason!, answer, cancellation);
        var visit = _endings.Ended(known, VisitOutcome.Redirected, decision.Reason, PageRole.Redirect, answer);
        return await Settle(visit with { Links = decision.Next is { } next ? [next] : [] });
    }

    private async Task<Visit?> ErrorPageSeen(KnownUrl known, Source source, Answered answer, ErrorPage state, HostSession memory, CancellationToken cancellation)
    {
        var (visit, fetch) = state.Kind switch
        {
            ErrorPageKind.Challenge => (VisitOutcome.Blocked, FetchOutcome.Blocked),
            ErrorPageKind.Login => (VisitOutcome.Login, FetchOutcome.Login),
            _ => (VisitOutcome.SoftNotFound, FetchOutcome.SoftNotFound),
        };
        return await Refuse(known, source, visit, fetch, $"{state.Detector}: {state.Evidence}", answer, cancellation, memory);
    }

    private async Task<Visit?> NotModified(KnownUrl known, Source source, FetchResponse answer, HostSession memory, CancellationToken cancellation)
    {
        if (known.Role != PageRole.Document)
            return await Settle(_endings.Kept(known, known.Role == PageRole.Redirect ? VisitOutcome.Redirected : VisitOutcome.Read, answer));
        await desk.Record(run.RunId, known, source, answer, FetchOutcome.Unchanged, null, answer.StartedAt, cancellation);
        return await Settle(_endings.Kept(known, VisitOutcome.Unchanged, answer) with { Shapes = memory.Guard.Note(known.Url, PageYield.Document) });
    }

    private async Task<Visit?> Gone(KnownUrl known, Source source, FetchResponse answer, HostSession memory, CancellationToken cancellation)
    {
        var reason = $"The server answered {answer.Status}.";
        var isKnown = known.Role is PageRole.Document or PageRole.ReportList || known.Has(UrlFlags.Seed);
        // The account is of documents: what never was one cannot go, and a start address that is not there is a mistake in the sources.
        if (known.Role == PageRole.Document || known.Has(UrlFlags.Seed))
            await desk.Record(run.RunId, known, source, answer, known.Role == PageRole.Document ? FetchOutcome.Gone : FetchOutcome.Failed, reason, answer.StartedAt, cancellation);
        return await Settle(_endings.Ended(known, isKnown ? VisitOutcome.Gone : VisitOutcome.DeadLink, reason, PageRoleRule.WithoutContent(known), answer, VisitFactory.InVain(known)) with { Shapes = memory.Guard.Note(known.Url, PageYield.Nothing) });
    }

    private async Task<Visit?> Read(KnownUrl known, Source source, Answered answer, HostSession memory, CancellationToken cancellation)
    {
        var reading = ContentClassification.Of(known, answer, ContentDisposition.FileName(answer.Header("Content-Disposition")));
        var found = links.Decide(known, answer.Url, reading, source).Select(decision => decision.Queued).OfType<KnownUrl>().ToList();
        if (reading.IsStub && known.Redirects.Count >= RedirectPolicy.MostHops)
            return await Refuse(known, source, VisitOutcome.Failed, FetchOutcome.Failed, $"redirects more than {RedirectPolicy.MostHops} times", answer, cancellation, memory);
        if (reading.IsStub)
            return await Settle(_endings.Ended(known, VisitOutcome.Redirected, reading.Reason, PageRole.Redirect, answer) with { ETag = answer.Header("ETag"), Modified = VisitFactory.Modified(answer), Links = found });
        if (await Missing(known, reading, found, memory, cancellation) is { } missing)
            return await Refuse(known, source, VisitOutcome.SoftNotFound, FetchOutcome.SoftNotFound, missing, answer, cancellation, memory);
        var outcome = reading.IsDocument ? await Deliver(known, source, answer, reading, cancellation) : VisitOutcome.Read;
        // The same document under another address again and again is how sessions and filters in addresses never end.
        var isRepeat = reading.IsDocument && await queue.IsRepeat(known, reading.Region!, cancellation);
        var (harvest, hasNew) = memory.Weigh(answer.Url, reading.IsDocument && !isRepeat, found);
        var unproductive = harvest == PageYield.Document || hasNew ? 0 : known.UnproductiveHops + 1;
        var unchanged = reading.Region is not null && reading.Region == known.Region ? known.Unchanged + 1 : 0;
        var role = PageRoleRule.Of(known, reading, found, harvest, (answer.Header("ETag") ?? answer.Header("Last-Modified")) is not null);
        return await Settle(_endings.Ended(known, outcome, reading.IsDocument ? null : reading.Reason, role, answer, unchanged) with
        {
            ETag = answer.Header("ETag"),
            Modified = VisitFactory.Modified(answer),
            Snapshot = reading.IsDocument ? SnapshotHash.Of(answer.Body.Span).ToString() : null,
            Region = reading.Region,
            Links = [.. found.Select(link => link with { UnproductiveHops = unproductive })],
            Shapes = memory.Guard.Note(known.Url, harvest),
        });
    }

    /// <returns>Why the page that came is not the one asked for, in spite of its status; null when nothing speaks against it.</returns>
    private async Task<string?> Missing(KnownUrl known, ContentClassification reading, List<KnownUrl> found, HostSession memory, CancellationToken cancellation)
    {
        if (reading.IsDocument || known.Has(UrlFlags.Seed))
            return null;
        var home = await memory.Home(known.Url, queue, cancellation);
        if (home is not null && home.Key != known.Key && home.Region is not null && home.Region == reading.Region)
            return $"shows the same as {home.Url}";
        // One that leads to reports now has become a list, or carries its report as a file.
        var leads = found.Any(link => link.Has(UrlFlags.NamedReport) || link.Kind == LinkKind.Attachment);
        return known is { Role: PageRole.Document, Snapshot: not null } && !leads ? $"held a report before, and now: {reading.Reason}" : null;
    }

    private async Task<VisitOutcome> Deliver(KnownUrl known, Source source, Answered answer, ContentClassification reading, CancellationToken cancellation)
    {
        var isKnown = known is { Role: PageRole.Document, Snapshot: not null };
        if (isKnown && reading.Region == known.Region)
        {
            await desk.Record(run.RunId, known, source, answer, FetchOutcome.Unchanged, null, answer.StartedAt, cancellation);
            return VisitOutcome.Unchanged;
        }

        await desk.Deliver(run.RunId, known, source, answer, cancellation);
        return isKnown ? VisitOutcome.Changed : VisitOutcome.New;
    }

    private async Task<Visit?> Refuse(
        KnownUrl known, Source source, VisitOutcome outcome, FetchOutcome fetch, string reason, FetchResponse? answer, CancellationToken cancellation, HostSession? memory = null)
    {
        // The account is of documents and start pages; a menu entry that fails is told by the crawl's own report.
        if (known.Role == PageRole.Document || known.Has(UrlFlags.NamedReport | UrlFlags.OnReportPage | UrlFlags.Seed))
            await desk.Record(run.RunId, known, source, answer, fetch, reason, clock.GetUtcNow(), cancellation);
        return await Settle(_endings.Ended(known, outcome, reason, PageRoleRule.WithoutContent(known), answer, VisitFactory.InVain(known)) with { Shapes = memory?.Guard.Note(known.Url, PageYield.Nothing) ?? new Dictionary<string, int>() });
    }

    private async Task<Visit?> Settle(Visit visit)
    {
        // What was recorded and announced is settled too, even when the crawl is being stopped.
        await queue.Settle(run.Number, visit, CancellationToken.None);
        return visit;
    }
}
