namespace Pipeline.Contracts.Messages;

/// <summary>A person asks to read a stored snapshot again. Travels on a queue of its own, so that it overtakes a nightly backlog.</summary>
public sealed record ReextractRequested
{
    public required Guid RequestId { get; init; }

    public required DocumentReference Document { get; init; }
}
