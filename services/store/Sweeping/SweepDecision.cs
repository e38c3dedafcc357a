namespace Pipeline.Store.Sweeping;

/// <summary>What to do with documents that wait for their result: pure, so that it can be told without a clock.</summary>
internal static class SweepDecision
{
    /// <summary>
    /// Documents due until then have stalled; those due later may simply stand in a long queue. Queues are first in, first out: when a document that was
    /// fetched after another's due time is settled, the other's message is lost. When nothing was settled for a while, all that is due has stalled.
    /// </summary>
    /// <param name="last">The result stored last; null when there is none yet.</param>
    public static DateTimeOffset Horizon(DateTimeOffset now, LastResult? last, SweepOptions options) =>
        last is null || last.SettledAt <= now - options.FirstPatience ? now
        : last.FetchedAt < now ? last.FetchedAt
        : now;

    /// <param name="attempts">Times that it was sent again so far.</param>
    public static bool GivesUp(int attempts, SweepOptions options) => attempts >= options.MaxAttempts;

    /// <summary>
    /// Whether to give up a document when a process starts whose predecessor died. A document that kills its process comes back at every start; but a process
    /// may also be killed often for other reasons, so that only time tells.
    /// </summary>
    public static bool GivesUpAtStart(int attempts, TimeSpan age, SweepOptions options) => GivesUp(attempts, options) && age >= TimeSpan.FromHours(1);

    /// <summary>When the document that is sent again now is due the next time.</summary>
    /// <param name="attempts">Times that it was sent again, this time included.</param>
    public static DateTimeOffset NextAttempt(DateTimeOffset now, int attempts, SweepOptions options) =>
        now + (options.FirstPatience * Math.Pow(2, attempts));
}

/// <param name="FetchedAt">When its document was fetched.</param>
/// <param name="SettledAt">When it was stored.</param>
public sealed record LastResult(DateTimeOffset FetchedAt, DateTimeOffset SettledAt);
