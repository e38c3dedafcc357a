namespace Pipeline.Crawler.Politeness;

/// <summary>Answer to the wish for a turn.</summary>
/// <param name="Readiness">When the host is ready, and why not now.</param>
/// <param name="Turn">The turn; null when the host was not ready.</param>
public sealed record PaceEntry(HostReadiness Readiness, PaceTurn? Turn);
