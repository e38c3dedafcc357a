using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Robots;

/// <summary>Gets one robots.txt and says what its answer means (RFC 9309, 2.3.1).</summary>
/// <param name="fetcher">One that keeps every host's pace.</param>
internal sealed class RobotsDownload(IFetcher fetcher, RobotsOptions options, RetryPolicy retries, string agent, TimeProvider clock)
{
    /// <param name="before">What was known of this host; null at first.</param>
    public async Task<RobotsEntry> Run(Uri robots, RobotsEntry? before, CancellationToken cancellation)
    {
        var url = robots;
        for (var hops = 0; hops <= options.Redirects; hops++)
        {
            var answer = await fetcher.Fetch(new FetchOrder { Url = url, PrefixBytes = RobotsParser.LargestFile }, cancellation);
            if (answer is not Redirected redirected)
                return Meaning(answer, before);
            url = redirected.Target;
        }

        return Known(RobotsRules.None, $"robots.txt redirects more than {options.Redirects} times: taken as none");
    }

    private RobotsEntry Meaning(FetchAnswer answer, RobotsEntry? before) => answer switch
    {
        Answered { Status: >= 200 and < 300 } found => Known(RobotsParser.Parse(found.Body.Span).RulesFor(agent), null),
        // The standard allows everything after 429 too; it is a plea to come back later, and heard as one.
        Answered { Status: >= 400 and < 500 and not 429 } => Known(RobotsRules.None, $"robots.txt answered {answer.Status}: everything is allowed"),
        Answered => Unreachable(answer, $"robots.txt answered {answer.Status}", before),
        Unanswered unanswered => Unreachable(answer, $"robots.txt: {unanswered.Reason.TrimEnd('.')}", before),
        _ => throw new InvalidOperationException($"{answer.GetType().Name} is no end of a robots.txt request."),
    };

    private RobotsEntry Known(RobotsRules rules, string? reason) => new(rules, reason, clock.GetUtcNow() + options.KeptFor);

    private RobotsEntry Unreachable(FetchAnswer answer, string what, RobotsEntry? before)
    {
        var now = clock.GetUtcNow();
        var attempts = (before?.Attempts ?? 0) + 1;
        var pause = retries.Decide(answer, attempts, now)?.After ?? options.UnreachablePause;
        // Rules that were known stay in force while the host cannot be asked (2.4); without them nothing is allowed (2.3.1.4).
        return new(before?.Rules, $"{what}: nothing may be requested for now", now + pause, attempts);
    }
}
