namespace Pipeline.Crawler.Politeness;

/// <summary>
/// Keeps the pace of every host. Processes that share a store share the pace.
/// </summary>
public interface IHostPaceStore
{
    /// <summary>
    /// Reads, changes and writes one host's pace in one step that no other process can come between. <paramref name="change"/> is pure and may be
    /// called again when another process was faster. A host not seen before starts as <see cref="HostPace.New"/>.
    /// </summary>
    /// <returns>The second part of what <paramref name="change"/> gave at the time that counted.</returns>
    ValueTask<T> Change<T>(string host, Func<HostPace, (HostPace Next, T Result)> change, CancellationToken cancellation);

    /// <summary>The pace as it stands.</summary>
    ValueTask<HostPace> Read(string host, CancellationToken cancellation);

    /// <summary>Hosts that this process has asked for a pace, in no order.</summary>
    ValueTask<IReadOnlyList<HostPace>> ReadAll(CancellationToken cancellation);
}
