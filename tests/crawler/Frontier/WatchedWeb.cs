using System.Collections.Concurrent;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests.Frontier;

/// <summary>Notes when each request arrives at which host, and how many are there at once.</summary>
internal sealed class WatchedWeb(IFetcher inner) : IFetcher
{
    private readonly ConcurrentDictionary<string, int> _inside = new();

    public ConcurrentQueue<(string Host, string Url, DateTimeOffset At)> Requests { get; } = new();

    public int MostAtOnce { get; private set; }

    /// <summary>Requests wait for it.</summary>
    public Task Opened { get; init; } = Task.CompletedTask;

    public async Task<FetchResponse> Fetch(FetchRequest order, CancellationToken cancellation)
    {
        await Opened.WaitAsync(cancellation);
        var inside = _inside.AddOrUpdate(order.Url.Host, 1, (_, count) => count + 1);
        MostAtOnce = Math.Max(MostAtOnce, inside);
        Requests.Enqueue((order.Url.Host, order.Url.AbsoluteUri, DateTimeOffset.UtcNow));
        try
        {
            return await inner.Fetch(order, cancellation);
        }
        finally
        {
            _inside.AddOrUpdate(order.Url.Host, 0, (_, count) => count - 1);
        }
    }
}
