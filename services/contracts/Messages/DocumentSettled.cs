using Pipeline.Contracts.Reports;

namespace Pipeline.Contracts.Messages;

/// <summary>The store committed the answer to a person's request. What a crawl fetched is settled without a word: who waits for it looks into the database.</summary>
public sealed record DocumentSettled
{
    public required Guid FetchId { get; init; }

    public required string Url { get; init; }

    public required ExtractionOutcome Outcome { get; init; }

    /// <summary>Why the document could not be read, in one line; null when it could.</summary>
    public string? Problem { get; init; }

    public Guid? RequestId { get; init; }
}
