using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Politeness;

/// <summary>Makes every request wait for its host's turn. The only fetcher that the crawl hands out, so that nothing can be fetched past the gate.</summary>
public sealed class PacedFetcher(IFetcher inner, HostGate gate, TimeProvider clock) : IFetcher
{
    public async Task<FetchResponse> Fetch(FetchRequest order, CancellationToken cancellation) =>
        await Fetch(await gate.Enter(HostName.Of(order.Url), cancellation), order, cancellation);

    /// <summary>Uses a turn already taken, and gives it back.</summary>
    public async Task<FetchResponse> Fetch(PaceTurn turn, FetchRequest order, CancellationToken cancellation)
    {
        var signal = PaceSignal.None;
        try
        {
            var answer = await inner.Fetch(order, cancellation);
            signal = PaceSignal.Of(answer, clock.GetUtcNow());
            return answer;
        }
        finally
        {
            await gate.Leave(turn, signal);
        }
    }
}
