using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Discovery.Documents;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Fetching.ErrorPages;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Robots;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>Tells what a response is, in one way for all who ask for addresses. Pure.</summary>
public sealed class ResponseInterpreter(RetryPolicy retries, RedirectPolicy redirects)
{
    // A robots.txt that cannot be had after these waits is asked for again the next night.
    private const int MostWaitsForRobots = 2;

    /// <summary>What a refusal by robots.txt comes to; null where it allows the address.</summary>
    public static ResponseMeaning? OfRobots(KnownUrl known, RobotsVerdict verdict, DateTimeOffset now) => verdict switch
    {
        { IsAllowed: true } => null,
        { RetryAt: { } again } when again - now <= HostWorker.LongestPause && known.Attempts < MostWaitsForRobots => new AskAgain(again - now, verdict.Told),
        { RetryAt: not null } => new NothingCame(FetchOutcome.RobotsUnreachable, verdict.Told),
        _ => new NothingCame(FetchOutcome.RefusedByRobots, verdict.Told),
    };

    /// <param name="known">The address as it was asked for, with the attempts and redirects before.</param>
    /// <param name="source">Whose address it is.</param>
    /// <param name="now">When the response came.</param>
    /// <param name="setsCookie">Whether it is a redirect that gave a cookie not known before.</param>
    public ResponseMeaning Of(KnownUrl known, Source source, FetchResponse response, DateTimeOffset now, bool setsCookie = false)
    {
        if (response is Unanswered { Failure: FetchFailure.AddressRefused } refused)
            return new NothingCame(FetchOutcome.RefusedByPolicy, refused.Reason);
        // A challenge may come with any status: it is told before a retry is thought of.
        if (response is Answered { IsNotModified: false } page && ErrorPageDetection.Detect(page) is { } error)
            return new NothingCame(OutcomeOf(error.Kind), $"{error.Detector}: {error.Evidence}");
        if (retries.Decide(response, known.Attempts + 1, now) is { } decision)
            return decision.After is { } pause && !(FailedBefore(known) && response is not Answered { Status: 429 or 503 })
                ? new AskAgain(pause, decision.Reason)
                : new NothingCame(FetchOutcome.Failed, decision.Reason, IsLasting: decision.IsLasting);
        return response switch
        {
            Redirected redirected => OfRedirect(known, source, redirected.Target, setsCookie),
            Answered { IsNotModified: true } held => new ContentIsHeld(held),
            Answered { Status: 404 or 410 } => new NothingCame(FetchOutcome.Gone, $"The server answered {response.Status}."),
            Answered { Status: >= 200 and < 300 } answered => OfContent(known, source, answered),
            _ => new NothingCame(FetchOutcome.Failed, $"The server answered {response.Status}."),
        };
    }

    // What gave nothing in all attempts of its last night is asked once a night, until it answers.
    private static bool FailedBefore(KnownUrl known) => known is { Role: PageRole.Nothing } && !known.Has(UrlFlags.Seed);

    private ResponseMeaning OfContent(KnownUrl known, Source source, Answered response)
    {
        var content = new ContentCame(response, ContentClassification.Of(known, response, ContentDisposition.FileName(response.Header("Content-Disposition"))));
        if (!content.Content.IsStub)
            return content;
        if (known.Redirects.Count >= RedirectPolicy.MostHops)
            return new NothingCame(FetchOutcome.Failed, $"redirects more than {RedirectPolicy.MostHops} times", IsLasting: true);
        var decision = redirects.Decide(known, content.Content.Links[0].Url, source);
        // A page that loads itself again now and then is no way to another.
        return UrlKey.Of(content.Content.Links[0].Url) == known.Key ? content : new SentOn(decision.Next, decision.Reason ?? content.Content.Reason, content);
    }

    private ResponseMeaning OfRedirect(KnownUrl known, Source source, Uri target, bool setsCookie)
    {
        var decision = redirects.Decide(known, target, source, setsCookie);
        return decision switch
        {
            { SameDocument: true, Next: { } respelt } => new Respelt(respelt),
            { Outcome: VisitOutcome.Redirected } => new SentOn(decision.Next, decision.Reason!, null),
            _ => new NothingCame(decision.Outcome == VisitOutcome.Unusable ? FetchOutcome.Failed : FetchOutcome.RefusedByPolicy, decision.Reason!, IsOfTheWay: true, IsLasting: decision.Outcome == VisitOutcome.Unusable),
        };
    }

    private static FetchOutcome OutcomeOf(ErrorPageKind kind) => kind switch
    {
        ErrorPageKind.Challenge => FetchOutcome.Blocked,
        ErrorPageKind.Login => FetchOutcome.Login,
        _ => FetchOutcome.SoftNotFound,
    };
}
