namespace Pipeline.Contracts.Messages;

/// <summary>A person asks to fetch one address anew and read it; the crawler answers with <see cref="ReextractRequested"/>.</summary>
public sealed record RefetchRequested
{
    public required Guid RequestId { get; init; }

    public required Uri Url { get; init; }

    /// <summary>Run that the fetch is one of, begun and ended by whoever asks for many; null for a run of its own.</summary>
    public Guid? RunId { get; init; }
}
