namespace Pipeline.Contracts.Messages;

/// <summary>A stored snapshot is to be read again as one of very many. Travels on a queue of its own, so that what a crawl fetched and what a person waits for come first.</summary>
public sealed record RereadRequested
{
    public required Guid RequestId { get; init; }

    public required DocumentReference Document { get; init; }
}
