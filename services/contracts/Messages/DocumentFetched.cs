namespace Pipeline.Contracts.Messages;

/// <summary>The crawler fetched new content and stored its snapshot.</summary>
public sealed record DocumentFetched
{
    public required DocumentReference Document { get; init; }
}
