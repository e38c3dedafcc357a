using System.Security.Cryptography;
using System.Text;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Politeness;
using Pipeline.Crawler.Robots;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>Crawls sites for reports: the room's entrance.</summary>
public sealed class SiteCrawler(
    FrontierDatabase database, CrawlRunRepository book, UrlFrontier queue, HostLeases leases, IFetcher fetcher, IRobots robots, HostGate gate, RetryPolicy retries,
    AddressPolicy addresses, SourcePaces paces, IDocumentLedger ledger, DocumentDelivery desk, CrawlOptions options, TimeProvider clock)
{
    // More crawls never end at one time.
    private const int EndsToTellAgain = 10;

    /// <summary>One crawl to completion. Killed at any instant it loses nothing; the next call with the same sources goes on where it stopped.</summary>
    public async Task<CrawlReport> Run(CrawlPlan plan, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        await database.Prepare(cancellation);
        await leases.ReleaseDead(cancellation);
        // A process that was killed between the two accounts of a crawl's end has told only the first.
        foreach (var ended in await book.Ended(EndsToTellAgain, cancellation))
            await ledger.RunEnded(ended.RunId, ended.EndedAt, cancellation);
        paces.Take(plan.Sources);
        var run = await book.Begin(NameOf(plan), [.. plan.Sources.Select(source => source.Name)], cancellation);
        await ledger.RunStarted(new(run.RunId, run.StartedAt, run.Resumed ? "resumed" : plan.Trigger), cancellation);
        if (!run.Resumed)
            await queue.Start(run.Number, [.. plan.Sources.SelectMany(Starts)], cancellation);
        var pulse = new ProgressTracker(clock);
        foreach (var tally in await book.Tallies(run.Number, cancellation))
            pulse.Begin(tally.Source, (int)tally.Requests);
        await new HostScheduler(run, plan, book, queue, leases, fetcher, robots, gate, retries, addresses, paces, desk, options, pulse, clock).Run(progress, cancellation);
        await book.End(run.Number, cancellation);
        await ledger.RunEnded(run.RunId, clock.GetUtcNow(), cancellation);
        return await new ReportWriter(book, clock).Write(run, plan, cancellation);
    }

    /// <summary>Whether <see cref="Run"/> would go on with a crawl that stopped before its end, or is still at work in another process.</summary>
    public async Task<bool> IsUnfinished(CrawlPlan plan, CancellationToken cancellation)
    {
        await database.Prepare(cancellation);
        return await book.IsUnfinished(NameOf(plan), cancellation);
    }

    /// <summary>Fetches one page and tells what a crawl would follow and why. Changes nothing.</summary>
    public Task<DryRun> TryOut(Uri url, CancellationToken cancellation) => Look([SourceReader.Seed(url)]).At(url, cancellation);

    /// <summary>Looks at the start addresses of every source of the plan. Changes nothing.</summary>
    public async Task<IReadOnlyList<SourceCheck>> Check(CrawlPlan plan, CancellationToken cancellation)
    {
        var look = Look(plan.Sources);
        var checks = plan.Sources.SelectMany(source => source.Start.Select(start => look.Check(source, start, cancellation)));
        return await Task.WhenAll(checks);
    }

    private DryRunner Look(IReadOnlyList<Source> sources)
    {
        var scope = new SourceScope(sources);
        return new(scope, new LinkFilter(scope, addresses), fetcher, robots);
    }

    private static IEnumerable<KnownUrl> Starts(Source source) => source.Start.Select(start => KnownUrl.Seed(start, source.Name));

    // The same sources make the same crawl, whoever asks for it.
    private static string NameOf(CrawlPlan plan)
    {
        var lines = plan.Sources.Select(source => $"{source.Name}\n{string.Join(' ', source.Start)}").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))).AsSpan(0, 16));
    }
}
