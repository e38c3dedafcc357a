namespace Pipeline.Web.Answers;

/// <summary>An answer that may have been kept for a while.</summary>
/// <param name="At">When it was made.</param>
/// <param name="IsOld">Whether a newer one is being made, because that takes longer than a page may.</param>
public sealed record Cached<T>(T Answer, DateTimeOffset At, bool IsOld);
