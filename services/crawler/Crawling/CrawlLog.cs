using System.Text.Json;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>Tells from the frontier what a crawl did. Asks no site.</summary>
internal sealed class CrawlLog(CrawlFrontier frontier) : ICrawlLog
{
    public async Task<IReadOnlyList<CrawlLine>> Last(long run, string source, int most, CancellationToken cancellation)
    {
        await frontier.Prepare(cancellation);
        return [.. (await frontier.Runs.Visits(run, source, most, cancellation)).Select(visit => new CrawlLine(visit.At, visit.Url, JsonNamingPolicy.SnakeCaseLower.ConvertName(visit.Outcome.ToString()), visit.Reason))];
    }
}
