namespace Pipeline.Host.Observability.Health;

/// <summary>How one thing is that a process needs.</summary>
/// <param name="Name">database, broker, snapshots or tools.</param>
/// <param name="Problem">What is wrong and what to do, in one line; null when nothing is.</param>
internal sealed record HealthFinding(string Name, string? Problem);
