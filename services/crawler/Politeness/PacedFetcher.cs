using Microsoft.Extensions.Logging;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Politeness;

/// <summary>Makes every request wait for its host's turn. The only fetcher that the crawl hands out, so that nothing can be fetched past the gate.</summary>
internal sealed partial class PacedFetcher(IFetcher inner, HostGate gate, AddressGate addresses, TimeProvider clock, ILogger<PacedFetcher> log) : IFetcher
{
    public async Task<FetchResponse> Fetch(FetchRequest order, CancellationToken cancellation) =>
        await Fetch(await gate.Enter(HostName.Of(order.Url), cancellation), order, cancellation);

    /// <summary>Uses a turn already taken, and gives it back.</summary>
    public async Task<FetchResponse> Fetch(PaceTurn turn, FetchRequest order, CancellationToken cancellation)
    {
        var signal = PaceSignal.None;
        try
        {
            await addresses.Enter(turn.Host, cancellation);
            var answer = await inner.Fetch(order, cancellation);
            signal = PaceSignal.Of(answer, clock.GetUtcNow());
            Note(answer);
            return answer;
        }
        finally
        {
            await gate.Leave(turn, signal);
        }
    }

    private void Note(FetchResponse answer)
    {
        CrawlerMetrics.RequestEnded(answer);
        if (answer is Unanswered failed)
            Failed(answer.Url, failed.Failure, failed.Reason);
        else
            Fetched(answer.Url, answer.Status, answer.Elapsed.TotalMilliseconds);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Url} answered {Status} in {Milliseconds:0} ms")]
    private partial void Fetched(Uri url, int status, double milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Url} failed ({Failure}): {Reason}")]
    private partial void Failed(Uri url, FetchFailure failure, string reason);
}
