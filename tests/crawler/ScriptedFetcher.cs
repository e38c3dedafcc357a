using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests;

/// <summary>A fetcher that answers from a script and notes what it was asked.</summary>
internal sealed class ScriptedFetcher(Func<Uri, FetchResponse> script) : IFetcher
{
    public List<FetchRequest> Orders { get; } = [];

    public async Task<FetchResponse> Fetch(FetchRequest order, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        lock (Orders)
            Orders.Add(order);
        return script(order.Url);
    }
}
