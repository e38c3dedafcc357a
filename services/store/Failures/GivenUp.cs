namespace Pipeline.Store.Failures;

/// <summary>One step of a person who gave failures up.</summary>
public sealed record GivenUp(string Who, DateTimeOffset At);
