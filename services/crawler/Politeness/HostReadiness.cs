namespace Pipeline.Crawler.Politeness;

/// <summary>When a host may be asked next, and why not now.</summary>
/// <param name="At">Earliest time; in the past or now when it is ready. For <see cref="WaitReason.Busy"/> the time at which the oldest turn lapses.</param>
public sealed record HostReadiness(string Host, DateTimeOffset At, WaitReason Reason)
{
    public bool IsReady => Reason == WaitReason.Ready;
}
