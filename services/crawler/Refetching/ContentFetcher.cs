using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Refetching;

/// <summary>Goes the whole way to the content of one address at once: every redirect, and every attempt that makes sense.</summary>
public sealed class ContentFetcher(PoliteClient web, PagePictures pictures, CrawlRules rules, TimeProvider clock)
{
    // A person waits for it. What asks for longer is told, and asked for again when it suits.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <returns>The address that answered, with the redirects on the way there, and its answer, with the pictures that are its tables.</returns>
    /// <exception cref="RefetchFailedException">There is no content to read; the message says why.</exception>
    public async Task<(KnownUrl Asked, Answered Answer)> Fetch(KnownUrl known, Source source, SourceScope scope, CancellationToken cancellation)
    {
        var interpreter = rules.Interpreter(scope);
        while (true)
        {
            FetchResponse? answer = null;
            var meaning = ResponseInterpreter.OfRobots(known, await web.Judge(known.Url, cancellation), clock.GetUtcNow());
            if (meaning is null)
            {
                answer = await web.Fetch(new() { Url = known.Url, Form = known.Form, Referrer = known.Referrer }, cancellation);
                meaning = interpreter.Of(known, source, answer, clock.GetUtcNow());
            }

            switch (meaning)
            {
                case ContentCame content:
                    return (known, (await pictures.Fetch(content.Response, content.Content.Pictures, cookie: null, cancellation)).Answer);
                case SentOn { Next: { } next }:
                    known = next;
                    break;
                case Respelt respelt:
                    known = respelt.Next with { Attempts = known.Attempts + 1 };
                    break;
                case AskAgain again when again.After <= LongestWait:
                    await Task.Delay(again.After, clock, cancellation);
                    known = known with { Attempts = known.Attempts + 1 };
                    break;
                case AskAgain later:
                    throw Failed(known, answer, FetchOutcome.Failed, $"{later.Reason} It may be asked again after {later.After.TotalMinutes:0} minutes.");
                case SentOn lost:
                    throw Failed(known, answer, FetchOutcome.RefusedByPolicy, lost.Reason);
                case NothingCame nothing:
                    throw Failed(known, answer, nothing.Outcome, nothing.Reason);
                default:
                    throw Failed(known, answer, FetchOutcome.Failed, $"The server answered {answer?.Status} to a request without conditions.");
            }
        }
    }

    private RefetchFailedException Failed(KnownUrl known, FetchResponse? answer, FetchOutcome outcome, string reason) => new(reason, outcome,
        answer is null ? new() { RequestedUrl = known.Url, FinalUrl = known.Url, FetchedAt = clock.GetUtcNow(), Status = 0 } : DocumentDelivery.Facts(known, answer));
}
