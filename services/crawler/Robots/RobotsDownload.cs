using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Robots;

/// <summary>Gets one robots.txt and says what its answer means (RFC 9309, 2.3.1).</summary>
/// <param name="fetcher">One that keeps every host's pace.</param>
internal sealed class RobotsDownload(IFetcher fetcher, RobotsOptions options, RetryPolicy retries, string agent, TimeProvider clock)
{
    /// <summary>Asks until there is an answer, or until asking again soon makes no sense.</summary>
    /// <param name="before">What was known of this host; null at first.</param>
    public async Task<RobotsEntry> Run(Uri robots, RobotsEntry? before, CancellationToken cancellation)
    {
        for (var attempts = 1; ; attempts++)
        {
            var answer = await Follow(robots, cancellation);
            if (Meaning(answer) is { } known)
                return known;
            var pause = retries.Decide(answer, attempts, clock.GetUtcNow())?.After;
            if (pause is not { } wait || wait > options.LongestWait)
                return Unreachable(answer, before, pause ?? options.UnreachablePause);
            await Task.Delay(wait, clock, cancellation);
        }
    }

    /// <returns>The end of the redirects; a redirect where there are too many.</returns>
    private async Task<FetchResponse> Follow(Uri robots, CancellationToken cancellation)
    {
        var url = robots;
        for (var hops = 0; ; hops++)
        {
            var answer = await fetcher.Fetch(new FetchRequest { Url = url, PrefixBytes = RobotsParser.LargestFile }, cancellation);
            if (answer is not Redirected redirected || hops == options.Redirects)
                return answer;
            url = redirected.Target;
        }
    }

    /// <returns>Null when the file cannot be reached for now.</returns>
    private RobotsEntry? Meaning(FetchResponse answer) => answer switch
    {
        Answered { Status: >= 200 and < 300 } found => Known(RobotsParser.Parse(found.Body.Span).RulesFor(agent), null),
        // The standard allows everything after 429 too; it is a plea to come back later, and heard as one.
        Answered { Status: >= 400 and < 500 and not 429 } => Known(RobotsRules.None, $"robots.txt answered {answer.Status}: everything is allowed"),
        Redirected => Known(RobotsRules.None, $"robots.txt redirects more than {options.Redirects} times: taken as none"),
        _ => null,
    };

    private RobotsEntry Known(RobotsRules rules, string? reason) => new(rules, reason, clock.GetUtcNow() + options.KeptFor);

    // Rules that were known stay in force while the host fails over its robots.txt (2.4); without them nothing is allowed (2.3.1.4), nor where nobody is met:
    // every address there would fail alike, each after several requests.
    private RobotsEntry Unreachable(FetchResponse answer, RobotsEntry? before, TimeSpan pause)
    {
        var what = answer is Unanswered unanswered ? $"robots.txt: {unanswered.Reason.TrimEnd('.')}" : $"robots.txt answered {answer.Status}";
        return new(answer is Unanswered { IsNobodyThere: true } ? null : before?.Rules, $"{what}: nothing may be requested for now", clock.GetUtcNow() + pause);
    }
}
