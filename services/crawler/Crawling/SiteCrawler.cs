using System.Security.Cryptography;
using System.Text;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>Crawls sites for reports: the room's entrance.</summary>
public sealed class SiteCrawler(CrawlFrontier frontier, HostSchedulerFactory schedulers, DryRunner dryRuns, SourceCatalog sources, IDocumentLedger ledger, TimeProvider clock)
{
    /// <summary>One crawl to completion. Killed at any instant it loses nothing; the next call with the same sources goes on where it stopped.</summary>
    public async Task<CrawlReport> Run(CrawlPlan plan, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        await frontier.Prepare(cancellation);
        await frontier.Leases.ReleaseDead(cancellation);
        sources.Take(plan.Sources);
        var open = await ledger.RunOpened(NameOf(plan), plan.Trigger, clock.GetUtcNow(), cancellation);
        var isNew = await frontier.Urls.Open(open.Number, [.. plan.Sources.Select(source => source.Name)], [.. plan.Sources.SelectMany(Starts)], plan.Explores, cancellation);
        var run = new CrawlRunState(open.Number, open.RunId, open.StartedAt, Resumed: !isNew);
        var tracker = new ProgressTracker(clock);
        foreach (var tally in await frontier.Runs.Tallies(run.Number, cancellation))
            tracker.Begin(tally.Source, (int)tally.Requests, (int)tally.Explored);
        await schedulers.Create(new ActiveCrawl(run, plan, tracker) { ProvenNames = await frontier.Urls.ProvenNames(cancellation) }).Run(progress, cancellation);
        var report = await new ReportWriter(frontier, schedulers.BrowserMissing, clock).Write(run, plan, cancellation);
        // Before the end, so that a process killed between the two tells it when it goes on.
        await ledger.SourcesTold(run.RunId, [.. report.Sources.Select(ResultOf)], cancellation);
        await ledger.RunEnded(run.RunId, clock.GetUtcNow(), cancellation);
        return report;
    }

    /// <summary>Whether <see cref="Run"/> would go on with a crawl that stopped before its end, or is still at work in another process.</summary>
    public Task<bool> IsUnfinished(CrawlPlan plan, CancellationToken cancellation) => ledger.IsRunOpen(NameOf(plan), clock.GetUtcNow(), cancellation);

    /// <summary>Fetches one page and tells what a crawl would follow and why. Changes nothing.</summary>
    public Task<DryRun> TryOut(Uri url, CancellationToken cancellation) => dryRuns.Look(url, SourceReader.Seed(url), cancellation);

    /// <summary>Looks at the start addresses of every source of the plan. Changes nothing.</summary>
    public async Task<IReadOnlyList<SourceCheck>> Check(CrawlPlan plan, CancellationToken cancellation)
    {
        var scope = new SourceScope(plan.Sources);
        var checks = plan.Sources.SelectMany(source => source.Start.Select(start => dryRuns.Check(source, start, scope, cancellation)));
        return await Task.WhenAll(checks);
    }

    private static SourceResult ResultOf(SourceReport report) => new(
        report.Name, report.Requests, report.Found, report.Resting, report.Expected, report.Failed + report.RobotsUnreachable,
        (report.Troubles.FirstOrDefault(trouble => trouble.Outcome is FetchOutcome.Failed or FetchOutcome.RobotsUnreachable)
            ?? report.Troubles.FirstOrDefault(trouble => trouble.Outcome is not (FetchOutcome.Gone or FetchOutcome.SoftNotFound)))?.Reason,
        report.Alarms);

    private static IEnumerable<KnownUrl> Starts(Source source) => source.Start.Select(start => KnownUrl.Seed(start, source.Name));

    // The same sources make the same crawl, whoever asks for it.
    private static string NameOf(CrawlPlan plan)
    {
        var lines = plan.Sources.Select(source => $"{source.Name}\n{string.Join(' ', source.Start)}").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))).AsSpan(0, 16));
    }
}
