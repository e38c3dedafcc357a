using Microsoft.Extensions.Logging;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Politeness;

namespace Pipeline.Crawler.Crawling;

/// <summary>Visits leased hosts: the best addresses of one after another, until none is ready or others shall have their turn.</summary>
internal sealed partial class HostWorker(ActiveCrawl crawl, CrawlFrontier frontier, PoliteClient web, PageCrawl pages, TimeProvider clock, ILogger<HostWorker> log)
{
    // Then other hosts that wait get the place; a host with more to give is claimed again.
    private const int LongestTurn = 200;

    // A host that wants a longer pause is given back meanwhile.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    // Hours in which a nightly crawl may ask.
    private static readonly TimeSpan Night = TimeSpan.FromHours(8);

    // Whoever asks for a longer pause is asked again the next night: a crawl ends.
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    public async Task Run(HostLease lease, CancellationToken cancellation)
    {
        var notBefore = clock.GetUtcNow();
        try
        {
            var memory = new HostSession(new TrapGuard(await frontier.Urls.Shapes(lease.Host, cancellation)), frontier.Urls, new ScriptFiles(web), crawl.Browser, crawl.Failing);
            if (lease.IsNew)
                await Open(lease.Host, cancellation);
            notBefore = await VisitAll(lease.Host, memory, cancellation);
        }
        finally
        {
            await frontier.Leases.Release(lease.Host, notBefore, CancellationToken.None);
        }
    }

    private async Task<DateTimeOffset> VisitAll(string host, HostSession memory, CancellationToken cancellation)
    {
        var exploring = new ExploringLimit(crawl, frontier.Urls, clock);
        var running = new Dictionary<long, Task>();
        for (var turn = 0; turn < LongestTurn;)
        {
            var readiness = await web.Readiness(host, cancellation);
            if (running.Count == 0 && readiness.At - clock.GetUtcNow() > LongestWait)
                return await Pause(host, readiness.At, readiness.Reason, $"the host asks for a pause until {readiness.At:u}", cancellation);
            // Those that end while the queue is read still stand in what it gives: they count as under way until the next round.
            var batch = await frontier.Urls.Best(crawl.Number, host, running.Count + 1, cancellation);
            var next = batch.FirstOrDefault(known => !running.ContainsKey(known.Key));
            if (next is null && running.Count == 0)
                return await frontier.Urls.NextAt(crawl.Number, host, cancellation) is { } at ? await Pause(host, at, WaitReason.RetryAfter, $"asks for a pause until {at:u}", cancellation) : clock.GetUtcNow();
            if (next is not null && await exploring.IsSpent(next, cancellation) is { } found)
            {
                await frontier.Urls.LeaveUnexplored(crawl.Number, host, next.Source, ExploringBudget.Reason(found), clock.GetUtcNow() + ExploringBudget.Rest(found), cancellation);
                continue;
            }

            if (next is not null && await IsSpent(host, next, cancellation))
                return clock.GetUtcNow();
            if (next is not null)
            {
                running[next.Key] = VisitOne(next, memory, cancellation);
                turn++;
            }

            if (next is null || running.Count >= web.ConnectionsTo(host))
            {
                await await Task.WhenAny(running.Values);
            }

            foreach (var (key, _) in running.Where(pair => pair.Value.IsCompletedSuccessfully).ToList())
                running.Remove(key);
        }

        await Task.WhenAll(running.Values);
        return clock.GetUtcNow();
    }

    private async Task<DateTimeOffset> Pause(string host, DateTimeOffset until, WaitReason waiting, string reason, CancellationToken cancellation)
    {
        Waits(host, until, waiting);
        if (until - clock.GetUtcNow() > LongestPause)
        {
            GivenUp(host, until, waiting);
            await frontier.Urls.GiveUp(crawl.Number, host, VisitOutcome.Failed, reason, cancellation);
        }

        return until;
    }

    // A Crawl-delay of minutes is cut to what a crawl can keep, and the host gets the requests of a night at the whole delay.
    private async Task<bool> IsSpent(string host, KnownUrl next, CancellationToken cancellation)
    {
        if (await web.CrawlDelay(next.Url, cancellation) is not { } delay || delay <= LongestWait || crawl.Progress.RequestsTo(host) < Math.Max(1, (int)(Night / delay)))
            return false;
        await frontier.Urls.GiveUp(crawl.Number, host, VisitOutcome.LeftAlone, $"the robots.txt of {host} asks for {delay.TotalSeconds:0} s between two requests, which leaves {Math.Max(1, (int)(Night / delay))} a night: the best come first, the rest on other nights", cancellation);
        return true;
    }

    private async Task VisitOne(KnownUrl known, HostSession memory, CancellationToken cancellation)
    {
        var source = crawl.SourceOf(known);
        var visit = crawl.Progress.RequestsOf(source.Name) >= source.MaxPages
            ? await pages.LeaveAlone(known, $"beyond the limit of {source.MaxPages} requests")
            : await pages.Make(known, source, memory, cancellation);
        if (visit is not null)
            crawl.Progress.Note(visit);
    }

    // Sitemaps are the surest list there is: those that robots.txt names, else the one at the usual place.
    private async Task Open(string host, CancellationToken cancellation)
    {
        if (await frontier.Urls.Best(crawl.Number, host, 1, cancellation) is not [var first])
            return;
        web.Forgive(first.Url);
        var named = await web.Sitemaps(first.Url, cancellation);
        var sitemaps = named.Count > 0 ? named : [new Uri(first.Url, "/sitemap.xml")];
        await frontier.Urls.Add(crawl.Number, [.. sitemaps.Where(url => HostName.Of(url) == host).Select(url => KnownSitemap(url, first))], cancellation);
        await frontier.Leases.Opened(crawl.Number, host, cancellation);
    }

    private static KnownUrl KnownSitemap(Uri url, KnownUrl first) => new()
    {
        Key = UrlKey.Of(url),
        Host = first.Host,
        Source = first.Source,
        Url = url,
        Kind = Discovery.LinkKind.Sitemap,
        Score = 97,
        Flags = UrlFlags.InSitemap | first.Flags & UrlFlags.Moved,
        Depth = 0,
        UnproductiveHops = 0,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Host} waits until {Until:u} ({Reason})")]
    private partial void Waits(string host, DateTimeOffset until, WaitReason reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Host} waits until {Until:u} ({Reason}), longer than a crawl does: what is queued there is left to the next night")]
    private partial void GivenUp(string host, DateTimeOffset until, WaitReason reason);
}
