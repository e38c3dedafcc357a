namespace Pipeline.Store.Sweeping;

/// <summary>What to do with a document whose patience ran out: pure, so that it can be told without a clock.</summary>
public static class SweepDecision
{
    /// <param name="attempts">Times that it was sent again so far.</param>
    public static bool GivesUp(int attempts, SweepOptions options) => attempts >= options.MaxAttempts;

    /// <summary>When the document that is sent again now is due the next time.</summary>
    /// <param name="attempts">Times that it was sent again, this time included.</param>
    public static DateTimeOffset NextAttempt(DateTimeOffset now, int attempts, SweepOptions options) =>
        now + (options.FirstPatience * Math.Pow(2, attempts));
}
