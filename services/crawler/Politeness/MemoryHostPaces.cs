using System.Collections.Concurrent;

namespace Pipeline.Crawler.Politeness;

/// <summary>Paces of one process. They start anew with it, which is polite enough: a host without a past waits one gap after its first request.</summary>
internal sealed class MemoryHostPaces : IHostPaceStore
{
    private readonly ConcurrentDictionary<string, HostPace> _paces = new(StringComparer.Ordinal);

    public ValueTask<T> Change<T>(string host, Func<HostPace, (HostPace Next, T Result)> change, CancellationToken cancellation)
    {
        while (true)
        {
            var before = _paces.GetOrAdd(host, HostPace.New);
            var (next, result) = change(before);
            if (ReferenceEquals(next, before) || _paces.TryUpdate(host, next, before))
                return ValueTask.FromResult(result);
        }
    }

    public ValueTask<HostPace> Read(string host, CancellationToken cancellation) =>
        ValueTask.FromResult(_paces.TryGetValue(host, out var pace) ? pace : HostPace.New(host));

    public ValueTask<IReadOnlyList<HostPace>> ReadAll(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<HostPace>>([.. _paces.Values]);
}
