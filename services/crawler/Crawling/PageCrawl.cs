using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>One visit to one address: asks robots.txt, fetches, tells what came, hands documents over, and lets the frontier remember it.</summary>
internal sealed partial class PageCrawl(PoliteClient web, ResponseInterpreter interpreter, PageReader reader, VisitRecorder recorder, TimeProvider clock, ILogger<PageCrawl> log)
{
    /// <returns>What the visit came to; null when the address waits for another attempt.</returns>
    public async Task<Visit?> Make(KnownUrl known, Source source, HostSession session, CancellationToken cancellation)
    {
        session.Failing.Take(known);
        if (session.Guard.Refusal(known, source) is { } left)
            return await LeaveAlone(known, left);
        if (session.Failing.IsBroken(known, clock.GetUtcNow()))
            return await LeaveAlone(known, "all addresses like it that were asked answered with an error of the server");
        if (session.Failing.Waits(known, clock.GetUtcNow()) is { } whileOthersAreTried)
        {
            await recorder.Wait(known, whileOthersAreTried, "addresses like it answer with an error of the server", cancellation);
            return null;
        }

        if (ResponseInterpreter.OfRobots(known, await web.Judge(known.Url, cancellation), clock.GetUtcNow()) is { } refusal)
            return refusal is AskAgain again
                ? await Postpone(known, known.Url, known.Score, again.After, again.Reason, cancellation)
                : await Refuse(known, source, (NothingCame)refusal, null, null, cancellation);
        if (known.Has(UrlFlags.AwaitsRows) && await reader.HasRows(known, cancellation))
            return await recorder.Settle(recorder.Ended(known, VisitOutcome.Read, null, known.Role) with { ETag = known.ETag, Modified = known.Modified });
        var answer = session.Waiting(known.Key) ?? session.Held(known.Url) ?? await web.Fetch(RequestFor(known) with { Cookie = session.Cookies.For(known.Url) }, cancellation);
        session.Hold(answer);
        var setsCookie = answer is Redirected redirected && session.Cookies.Take(redirected);
        var meaning = interpreter.Of(known, source, answer, clock.GetUtcNow(), setsCookie);
        session.Failing.Note(known, answer, meaning, clock.GetUtcNow());
        return meaning switch
        {
            // What broke off is tried after the rest: several breaks in a row look like a strained host, and slow it down for all.
            AskAgain later => await Postpone(known, known.Url, answer is Unanswered ? known.Score / 2 : known.Score, later.After, later.Reason, cancellation),
            Respelt respelt => await Postpone(known, respelt.Next.Url, known.Score, TimeSpan.Zero, $"redirects to {respelt.Next.Url}", cancellation),
            SentOn { Stub: { } stub } => await SettleStub(known, source, stub),
            SentOn onward => await SettleRedirect(known, onward, answer, cancellation),
            ContentIsHeld => await NotModified(known, source, answer, session, cancellation),
            NothingCame { Outcome: FetchOutcome.Gone } gone => await Gone(known, source, answer, gone.Reason, session, cancellation),
            NothingCame nothing => await Refuse(known, source, nothing, answer, nothing.IsOfTheWay || nothing.Outcome == FetchOutcome.RefusedByPolicy ? null : session, cancellation),
            ContentCame { Content.IsStub: true } stub => await SettleStub(known, source, stub),
            ContentCame content => await Read(known, source, content, session, cancellation),
            _ => throw new InvalidOperationException($"{known.Url} was interpreted in a way that no crawl knows."),
        };
    }

    /// <summary>Takes the address out of the queue without a request.</summary>
    public async Task<Visit?> LeaveAlone(KnownUrl known, string reason)
    {
        LeftAlone(known.Url, reason);
        return await recorder.Settle(recorder.Ended(known, VisitOutcome.LeftAlone, reason, PageRoleRule.WithoutContent(known)));
    }

    private FetchRequest RequestFor(KnownUrl known)
    {
        // What is to be looked at in a browser is wanted whole.
        var isWhole = known.Has(UrlFlags.AwaitsRows) || reader.CanShow(known);
        return new()
        {
            Url = known.Url,
            Form = known.Form,
            Headers = known.Headers,
            IfNoneMatch = isWhole ? null : known.ETag,
            IfModifiedSince = isWhole ? null : known.Modified,
            Referrer = known.Referrer,
        };
    }

    private async Task<Visit?> Postpone(KnownUrl known, Uri url, int score, TimeSpan after, string reason, CancellationToken cancellation)
    {
        Postponed(known.Url, after, reason);
        await recorder.Postpone(known, url, score, after, reason, cancellation);
        return null;
    }

    private async Task<Visit?> SettleRedirect(KnownUrl known, SentOn onward, FetchResponse answer, CancellationToken cancellation)
    {
        await recorder.Answered(known, cancellation);
        return await recorder.Settle(recorder.Ended(known, VisitOutcome.Redirected, onward.Reason, PageRole.Redirect, answer) with { Links = onward.Next is { } next ? [next] : [], Leads = LeadOf(known, onward, answer) });
    }

    private async Task<Visit?> SettleStub(KnownUrl known, Source source, ContentCame stub) =>
        await recorder.Settle(recorder.Ended(known, VisitOutcome.Redirected, stub.Content.Reason, PageRole.Redirect, stub.Response) with
        {
            ETag = stub.Response.Header("ETag"),
            Modified = VisitRecorder.Modified(stub.Response),
            Links = reader.Onward(known, source, stub),
        });

    private async Task<Visit?> NotModified(KnownUrl known, Source source, FetchResponse answer, HostSession session, CancellationToken cancellation)
    {
        if (known.Role != PageRole.Document)
        {
            await recorder.Answered(known, cancellation);
            var kept = recorder.Kept(known, known.Role == PageRole.Redirect ? VisitOutcome.Redirected : VisitOutcome.Read, answer);
            return await recorder.Settle(!known.Has(UrlFlags.NeedsBrowser) ? kept : kept with
            {
                NeedsBrowser = true,
                Reason = known.Role == PageRole.ReportList ? ContentClassification.NeedsBrowserForMore : ContentClassification.NeedsBrowser,
            });
        }

        await recorder.Record(known, source, answer, FetchOutcome.Unchanged, null, cancellation);
        return await recorder.Settle(recorder.Kept(known, VisitOutcome.Unchanged, answer) with { Shapes = session.Guard.Note(known, PageYield.Document) });
    }

    private async Task<Visit?> Gone(KnownUrl known, Source source, FetchResponse answer, string reason, HostSession session, CancellationToken cancellation)
    {
        var isKnown = known.Role is PageRole.Document or PageRole.ReportList || known.Has(UrlFlags.Seed);
        // The account is of documents: what never was one cannot go, and a start address that is not there is a mistake in the sources.
        if (known.Role == PageRole.Document || known.Has(UrlFlags.Seed))
            await recorder.Record(known, source, answer, known.Role == PageRole.Document ? FetchOutcome.Gone : FetchOutcome.Failed, reason, cancellation);
        return await recorder.Settle(recorder.Ended(known, isKnown ? VisitOutcome.Gone : VisitOutcome.DeadLink, reason, PageRoleRule.WithoutContent(known), answer, VisitRecorder.InVain(known)) with { Shapes = session.Guard.Note(known, PageYield.Nothing) });
    }

    private async Task<Visit?> Read(KnownUrl known, Source source, ContentCame came, HostSession session, CancellationToken cancellation)
    {
        var answer = came.Response;
        var read = await reader.Read(known, source, came, session, cancellation);
        var content = read.Content;
        if (read.AwaitsRows)
            session.Wait(known.Key, answer);
        var found = read.Links.Select(decision => decision.Queued).OfType<KnownUrl>().ToList();
        if (await Missing(known, content, found, session, cancellation) is { } missing)
            return await Refuse(known, source, new(FetchOutcome.SoftNotFound, missing), answer, session, cancellation);
        if (!content.IsDocument)
            await recorder.Answered(known, cancellation);
        var delivered = content.IsDocument ? await Deliver(known, source, answer, content, session, cancellation) : new Delivered(VisitOutcome.Read, null);
        // The same document under another address again and again is how sessions and filters in addresses never end.
        var isRepeat = content.IsDocument && await session.IsRepeat(known, content.Region!, cancellation);
        var (harvest, hasNew) = session.Weigh(answer.Url, content.IsDocument && !isRepeat, found, remembers: !read.IsBrowsed);
        var unproductive = harvest == PageYield.Document || hasNew ? 0 : known.UnproductiveHops + 1;
        var unchanged = content.Region is not null && content.Region == known.Region ? known.Unchanged + 1 : 0;
        // A list that is asked for goes on while other rows come: one part may hold only what is known, two in a row are its end.
        if (unproductive > 1 && (content.IsData && known.Form is not null || read.Links.Any(decision => decision.Link.Rule == ListRequest.CountedOn)))
            found.RemoveAll(link => link.Kind == LinkKind.Continuation);
        var role = PageRoleRule.Of(known, content, found, harvest, (answer.Header("ETag") ?? answer.Header("Last-Modified")) is not null);
        var ended = recorder.Ended(known, delivered.Outcome, content.IsDocument ? null : content.Reason, role, answer, unchanged);
        return await recorder.Settle(ended with
        {
            Requests = ended.Requests + read.Requests + delivered.Requests,
            AwaitsRows = read.AwaitsRows,
            NeedsBrowser = read.NeedsBrowser,
            HasLostRows = content.IsData && known.Role == PageRole.ReportList && ListRecipe.IsFirstPart(known) && found.Count == 0,
            Recipe = read.Shown ?? (content.IsDocument ? ListRecipe.Of(known, 1) : content.IsData && role == PageRole.ReportList ? ListRecipe.Of(known, found.Count(IsRow)) : null),
            Leads = Leads(read.Links, session),
            ETag = read.NeedsAnotherLook || delivered.LacksParts ? null : answer.Header("ETag"),
            Modified = read.NeedsAnotherLook || delivered.LacksParts ? null : VisitRecorder.Modified(answer),
            Snapshot = delivered.Snapshot,
            Region = delivered.LacksParts ? null : content.Region,
            Links = [.. found.Select(link => link with { UnproductiveHops = unproductive })],
            Shapes = session.Guard.Note(known, harvest),
        });
    }

    // An address without a name is a setting of the page's script, not a row of its list.
    private static bool IsRow(KnownUrl link) => link.Kind != LinkKind.Continuation && link.LinkText.Length > 0;

    // A link that stands on every page counts once.
    private static List<ReportLead> Leads(IReadOnlyList<LinkFilter.Decision> decisions, HostSession session) =>
        [.. decisions.Where(decision => decision.LeadsOut && session.IsFirst(decision.Link.Url)).GroupBy(decision => decision.Link.Url.Authority, StringComparer.Ordinal)
            .Select(host => new ReportLead(host.Key, host.Count(), host.Any(decision => decision.Queued is not null), host.First().Link.Url))];

    // A start address or a report that redirects to where nobody goes.
    private static IReadOnlyList<ReportLead> LeadOf(KnownUrl known, SentOn onward, FetchResponse answer) =>
        onward.Next is null && answer is Redirected { Target: { } target } && known.Has(UrlFlags.Seed | UrlFlags.NamedReport) ? [new(target.Authority, 1, false, target)] : [];

    /// <returns>Why the page that came is not the one asked for, in spite of its status; null when nothing speaks against it.</returns>
    private static async Task<string?> Missing(KnownUrl known, ContentClassification content, List<KnownUrl> found, HostSession session, CancellationToken cancellation)
    {
        if (content.IsDocument || known.Has(UrlFlags.Seed))
            return null;
        var home = await session.Home(known.Url, cancellation);
        if (home is not null && home.Key != known.Key && home.Region is not null && home.Region == content.Region)
            return $"shows the same as {home.Url}";
        // One that leads to reports now has become a list, or carries its report as a file.
        var leads = found.Any(link => link.Has(UrlFlags.NamedReport) || link.Kind == LinkKind.Attachment);
        return known is { Role: PageRole.Document, Snapshot: not null } && !leads ? $"held a report before, and now: {content.Reason}" : null;
    }

    private async Task<Delivered> Deliver(KnownUrl known, Source source, Answered answer, ContentClassification content, HostSession session, CancellationToken cancellation)
    {
        var isKnown = known is { Role: PageRole.Document, Snapshot: not null };
        if (isKnown && content.Region == known.Region)
        {
            await recorder.Record(known, source, answer, FetchOutcome.Unchanged, null, cancellation);
            return new(VisitOutcome.Unchanged, known.Snapshot);
        }

        var whole = await reader.Whole(answer, content, session, cancellation);
        var snapshot = await recorder.Deliver(known, source, whole.Answer, cancellation);
        DocumentFound(known.Url, isKnown ? "changed" : "new", content.Reason);
        return new(isKnown ? VisitOutcome.Changed : VisitOutcome.New, snapshot.ToString(), whole.Requests, !whole.IsWhole);
    }

    private async Task<Visit?> Refuse(KnownUrl known, Source source, NothingCame nothing, FetchResponse? answer, HostSession? session, CancellationToken cancellation)
    {
        Refused(known.Url, nothing.Outcome, nothing.Reason);
        // A menu entry that fails is told by the crawl's own report.
        if (VisitRecorder.IsOfTheAccount(known))
            await recorder.Record(known, source, answer, nothing.Outcome, nothing.Reason, cancellation);
        var visit = recorder.Ended(known, VisitOutcomes.Of(nothing), nothing.Reason, PageRoleRule.WithoutContent(known), answer, VisitRecorder.InVain(known));
        return await recorder.Settle(visit with { Shapes = session?.Guard.Note(known, PageYield.Nothing) ?? new Dictionary<string, int>() });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Url} holds a {What} document: {Reason}")]
    private partial void DocumentFound(Uri url, string what, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Url} gave nothing ({Outcome}): {Reason}")]
    private partial void Refused(Uri url, FetchOutcome outcome, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Url} is asked for again after {After}: {Reason}")]
    private partial void Postponed(Uri url, TimeSpan after, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Url} is left alone: {Reason}")]
    private partial void LeftAlone(Uri url, string reason);

    /// <param name="Snapshot">Hash of what is stored of it; null for no document.</param>
    /// <param name="Requests">Requests for its parts.</param>
    /// <param name="LacksParts">Whether it is to be asked for anew the next night, whatever the server says of the page.</param>
    private sealed record Delivered(VisitOutcome Outcome, string? Snapshot, int Requests = 0, bool LacksParts = false);
}
