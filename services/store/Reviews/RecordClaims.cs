namespace Pipeline.Store.Reviews;

/// <summary>What other reviewers should know before they take a record.</summary>
/// <param name="Holder">Who has it open; null when nobody has, or the time is over.</param>
/// <param name="HeldUntil">When that ends by itself.</param>
/// <param name="Assignee">Whose work it is; null for nobody's.</param>
/// <param name="Skips">Who passed it by and why, the last first.</param>
public sealed record RecordClaims(string? Holder, DateTimeOffset? HeldUntil, string? Assignee, IReadOnlyList<RecordSkip> Skips)
{
    public static RecordClaims None { get; } = new(null, null, null, []);

    /// <summary>Whether somebody else has it open.</summary>
    public bool IsHeldFrom(string person) => Holder is not null && Holder != person;
}

/// <summary>A record that somebody passed by.</summary>
public sealed record RecordSkip(string Reviewer, string Reason, DateTimeOffset At);
