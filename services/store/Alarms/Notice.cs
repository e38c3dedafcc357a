namespace Pipeline.Store.Alarms;

/// <summary>Something that people outside are told over one channel.</summary>
/// <param name="Channel">Name of the channel, such as <c>mail</c>.</param>
/// <param name="NextAttemptAt">Null once it is delivered or given up.</param>
/// <param name="Problem">Why the last attempt failed; null where none did.</param>
public sealed record Notice(string Channel, string Subject, DateTimeOffset CreatedAt, int Attempts, DateTimeOffset? NextAttemptAt, DateTimeOffset? SentAt, string? Problem);
