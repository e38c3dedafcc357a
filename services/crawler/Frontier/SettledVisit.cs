namespace Pipeline.Crawler.Frontier;

/// <summary>A visit as it was settled.</summary>
public sealed record SettledVisit(string Url, VisitOutcome Outcome, string? Reason, DateTimeOffset At);
