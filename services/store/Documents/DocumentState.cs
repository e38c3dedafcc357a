namespace Pipeline.Store.Documents;

/// <summary>A document and what became of its last fetch. Times are UTC text.</summary>
public sealed record DocumentState
{
    public required string Url { get; init; }

    public required string Source { get; init; }

    public required string FirstSeenAt { get; init; }

    public required string LastCheckedAt { get; init; }

    /// <summary>Outcome of the last fetch: fetched, unchanged, gone, failed, ….</summary>
    public required string LastOutcome { get; init; }

    public string? GoneAt { get; init; }

    public string? FetchReason { get; init; }

    /// <summary>reports, not_a_report or failed; null while pending and where nothing was to be read.</summary>
    public string? Result { get; init; }

    public string? ResultReason { get; init; }

    public string? ResultDetail { get; init; }
}
