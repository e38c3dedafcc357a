namespace Pipeline.Store.Failures;

/// <summary>A document that did not yield what it should, and why. It stands until the document goes well later, or a person gives it up.</summary>
public sealed record Failure
{
    public required string Url { get; init; }

    public required string Source { get; init; }

    /// <summary>fetch, extraction, or reextraction where the record of an earlier reading stands.</summary>
    public required string Stage { get; init; }

    /// <summary>Stable code: outcome of the fetch (failed, robots_unreachable) or reason of the extraction or re-extraction (failed.encrypted, …).</summary>
    public required string Reason { get; init; }

    /// <summary>One line for a person.</summary>
    public string? Detail { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid FetchId { get; init; }
}
