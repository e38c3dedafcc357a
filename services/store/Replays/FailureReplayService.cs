using Pipeline.Contracts.Ports;
using Pipeline.Store.Failures;

namespace Pipeline.Store.Replays;

/// <summary>Replays what the pages ask for.</summary>
internal sealed class FailureReplayService(FailureReplay replay) : IFailureReplay
{
    // What one click may start; the rest is asked for again.
    private const int Most = 10_000;

    public async Task<int> Replay(string? source, string? reason, CancellationToken cancellation)
    {
        var sent = await replay.Send(new FailureFilter { Source = source, Reason = reason }, Most, cancellation);
        return sent.Read + sent.Fetched.Count;
    }
}
