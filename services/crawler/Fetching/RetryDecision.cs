namespace Pipeline.Crawler.Fetching;

/// <summary>Whether a request is made again.</summary>
/// <param name="After">Pause before the next request; null when there is none.</param>
/// <param name="Reason">What went wrong and why it is, or is not, tried again: one line for a person.</param>
/// <param name="IsLasting">Whether no other answer is to be expected soon: it is of a kind that no repetition mends.</param>
public sealed record RetryDecision(TimeSpan? After, string Reason, bool IsLasting = false)
{
    public bool IsRetried => After is not null;
}
