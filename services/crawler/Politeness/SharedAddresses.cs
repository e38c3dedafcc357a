using System.Collections.Concurrent;
using System.Net;

namespace Pipeline.Crawler.Politeness;

/// <summary>Knows which names lead to one network address: hundreds of sites of a province may stand on one machine.</summary>
/// <param name="lookUp">The addresses of a host; empty when there are none.</param>
public sealed class SharedAddresses(Func<string, CancellationToken, Task<IPAddress[]>> lookUp, TimeProvider clock)
{
    // As long as most records of names may be kept.
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _names = new(StringComparer.Ordinal);

    /// <param name="host">As <see cref="HostName.Of"/> gives it.</param>
    /// <returns>The address, where other names lead to it too; null else, and when the name is unknown.</returns>
    public async ValueTask<string?> Of(string host, CancellationToken cancellation)
    {
        if (!_known.TryGetValue(host, out var known) || known.Until < clock.GetUtcNow())
        {
            var before = known?.Address;
            known = new(await Find(host, cancellation), clock.GetUtcNow() + Believed);
            _known[host] = known;
            // A name that has moved shares its old address with nobody.
            if (before is not null && before != known.Address && _names.TryGetValue(before, out var left))
                left.TryRemove(host, out _);
            if (known.Address is { } found)
                _names.GetOrAdd(found, _ => new(StringComparer.Ordinal))[host] = true;
        }

        return known.Address is { } address && _names[address].Count > 1 ? address : null;
    }

    // A name of several addresses gets them in turn: the lowest stands for all.
    private async Task<string?> Find(string host, CancellationToken cancellation)
    {
        try
        {
            return (await lookUp(host, cancellation).WaitAsync(cancellation)).Select(address => address.ToString()).Order(StringComparer.Ordinal).FirstOrDefault();
        }
        catch (System.Net.Sockets.SocketException)
        {
            // The request itself will tell.
            return null;
        }
    }

    private sealed record Known(string? Address, DateTimeOffset Until);
}
