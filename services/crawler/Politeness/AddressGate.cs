namespace Pipeline.Crawler.Politeness;

/// <summary>
/// The gate behind that of the host: names that lead to one network address share a machine, and it is asked no more often than a few hosts would be. Kept in
/// the store of paces, so that processes share it.
/// </summary>
/// <param name="optionsOf">Options for a host.</param>
public sealed class AddressGate(IHostPaceStore store, SharedAddresses addresses, Func<string, PaceOptions> optionsOf, TimeProvider clock)
{
    /// <summary>Hosts that one address may serve at the usual gap: a portal of a province with 2,000 sites, ten requests each, is through in two hours.</summary>
    public const int Hosts = 4;

    /// <summary>Waits until the address that the host shares with others may be asked; not at all where it shares none.</summary>
    public async ValueTask Enter(string host, CancellationToken cancellation)
    {
        var usual = optionsOf(host);
        if (usual.LeastGap == TimeSpan.Zero || await addresses.Of(host, cancellation) is not { } address)
            return;
        var options = usual with { LeastGap = usual.LeastGap / Hosts, Jitter = 0, Connections = 1, Window = null };
        while (await Start(address, options, cancellation) is { IsReady: false } readiness)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((readiness.At - clock.GetUtcNow()).TotalMilliseconds))), clock, cancellation);
    }

    // Only starts are paced: how long an answer takes is the host's own affair.
    private ValueTask<HostReadiness> Start(string address, PaceOptions options, CancellationToken cancellation) => store.Change(
        $"address {address}",
        pace =>
        {
            var now = clock.GetUtcNow();
            var (next, entry) = pace.WithoutFuture(now, options).Start(now, Guid.NewGuid(), 0, options);
            return (entry.Turn is { } turn ? next.End(turn.Id, now, PaceSignal.None, options) : pace, entry.Readiness);
        },
        cancellation);
}
