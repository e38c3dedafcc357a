using Pipeline.Contracts.Ports;

namespace Pipeline.Web.Tests;

/// <summary>A log of one visit for every crawl and source.</summary>
internal sealed class PlainLog : ICrawlLog
{
    public Task<IReadOnlyList<CrawlLine>> Last(long run, string source, int most, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CrawlLine>>([new CrawlLine(TestServer.Start, $"https://{source}.gov.cn/list.html", "left_alone", $"beyond the limit of run {run}")]);
}
